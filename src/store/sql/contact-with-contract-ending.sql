-- The contacts that are party to a contract in force whose term ends from the day ?1 to the day ?2.
SELECT local_number.local
FROM contract_state JOIN live_contract ON live_contract.id = contract_state.contract
JOIN live_contract_party ON live_contract_party.contract = contract_state.contract
JOIN local_number ON local_number.id = live_contract_party.contact
WHERE contract_state.end_on BETWEEN ?1 AND ?2 AND contract_state.state IN ('active', 'suspended', 'notice')
