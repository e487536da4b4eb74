-- Reads the places of a contact in the orders.
SELECT by_family, by_given FROM contact_order WHERE local = ?1
