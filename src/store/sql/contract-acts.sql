-- The live rows of contract_act that belong to one record.
SELECT
  id, deleted_at, contract, kind, on_day, ends_on, party, successor, note
FROM live_contract_act WHERE contract = ?1 ORDER BY on_day, id
