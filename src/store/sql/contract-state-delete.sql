-- Takes away the reckoned state of a contract.
DELETE FROM contract_state WHERE contract = ?1
