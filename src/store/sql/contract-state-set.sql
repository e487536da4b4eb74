-- Writes the reckoned state of a contract.
INSERT OR REPLACE INTO contract_state (contract, state, since, changes_on, next_on, end_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
