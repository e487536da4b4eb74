-- Writes the places of a contract in the orders.
INSERT OR REPLACE INTO contract_order (local, by_deadline, by_number, by_title) VALUES (?1, ?2, ?3, ?4)
