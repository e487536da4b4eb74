-- The contacts that are party to a contract in the state ?1. A full scan: of the contracts, which are few.
SELECT local_number.local
FROM contract_state JOIN live_contract ON live_contract.id = contract_state.contract
JOIN live_contract_party ON live_contract_party.contract = contract_state.contract
JOIN local_number ON local_number.id = live_contract_party.contact
WHERE contract_state.state = ?1
