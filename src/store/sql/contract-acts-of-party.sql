-- The acts in which a contact did something as a party.
SELECT id FROM live_contract_act WHERE party = ?1 AND party <> 0
