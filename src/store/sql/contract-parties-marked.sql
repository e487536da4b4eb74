-- The rows of contract_party that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contract, contact, role, position
FROM contract_party WHERE (contract = ?1 OR contact = ?1) AND deleted_at = ?2
