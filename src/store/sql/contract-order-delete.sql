-- Takes away the places of a contract in the orders.
DELETE FROM contract_order WHERE local = ?1
