-- One contract_act by its id, in the trash or not.
SELECT
  id, deleted_at, contract, kind, on_day, ends_on, party, successor, note
FROM contract_act WHERE id = ?1
