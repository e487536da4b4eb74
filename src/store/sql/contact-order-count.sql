SELECT count(*) FROM contact_order
