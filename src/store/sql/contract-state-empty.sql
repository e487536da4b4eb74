DELETE FROM contract_state
