SELECT count(*) FROM contract_state
