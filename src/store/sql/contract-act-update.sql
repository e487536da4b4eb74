-- The whole row again: only the columns that differ are recorded.
UPDATE contract_act SET
  deleted_at = ?2, contract = ?3, kind = ?4, on_day = ?5, ends_on = ?6, party = ?7, successor = ?8,
  note = ?9
WHERE id = ?1
