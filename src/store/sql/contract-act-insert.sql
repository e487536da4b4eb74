-- A new contract_act.
INSERT INTO contract_act (
  id, deleted_at, contract, kind, on_day, ends_on, party, successor, note
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
)
