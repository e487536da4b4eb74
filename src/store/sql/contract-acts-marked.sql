-- The rows of contract_act that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contract, kind, on_day, ends_on, party, successor, note
FROM contract_act WHERE contract = ?1 AND deleted_at = ?2
