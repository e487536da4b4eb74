DELETE FROM contact_order
