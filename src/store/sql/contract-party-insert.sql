-- A new contract_party.
INSERT INTO contract_party (
  id, deleted_at, contract, contact, role, position
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
