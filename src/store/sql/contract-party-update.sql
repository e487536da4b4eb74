-- The whole row again: only the columns that differ are recorded.
UPDATE contract_party SET
  deleted_at = ?2, contract = ?3, contact = ?4, role = ?5, position = ?6
WHERE id = ?1
