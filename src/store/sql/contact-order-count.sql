-- How many rows contact_order has. A full scan: for check.
SELECT count(*) FROM contact_order
