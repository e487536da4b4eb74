-- Takes away the places of a contact in the orders.
DELETE FROM contact_order WHERE local = ?1
