-- Reads the places of a contract in the orders.
SELECT by_deadline, by_number, by_title FROM contract_order WHERE local = ?1
