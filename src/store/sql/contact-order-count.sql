-- How many rows contact_order has. A full scan: for check, and for the first screen of a start.
SELECT count(*) FROM contact_order
