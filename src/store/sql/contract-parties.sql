-- The live rows of contract_party that belong to one record.
SELECT
  id, deleted_at, contract, contact, role, position
FROM live_contract_party WHERE contract = ?1 OR contact = ?1 ORDER BY position, id
