-- The contracts in the state ?1. A full scan: of the contracts, which are few.
SELECT local_number.local FROM contract_state JOIN local_number ON local_number.id = contract_state.contract
WHERE contract_state.state = ?1
