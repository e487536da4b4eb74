-- The whole row again: the session records only the columns that differ.
UPDATE contract_party SET
  deleted_at = ?2, contract = ?3, contact = ?4, role = ?5, position = ?6
WHERE id = ?1
