-- The acts by which a contract followed another one.
SELECT id FROM live_contract_act WHERE successor = ?1 AND successor <> 0
