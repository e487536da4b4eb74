-- Reads the reckoned state of a contract.
SELECT state, since, changes_on, next_on, end_on FROM contract_state WHERE contract = ?1
