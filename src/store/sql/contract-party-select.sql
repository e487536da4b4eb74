-- One contract_party by its id, in the trash or not.
SELECT
  id, deleted_at, contract, contact, role, position
FROM contract_party WHERE id = ?1
