-- The contracts in force whose term ends from the day ?1 to the day ?2.
SELECT local_number.local
FROM contract_state JOIN local_number ON local_number.id = contract_state.contract
WHERE contract_state.end_on BETWEEN ?1 AND ?2 AND contract_state.state IN ('active', 'suspended', 'notice')
