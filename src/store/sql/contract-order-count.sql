-- How many rows contract_order has. A full scan: for check, and for the first screen of a start.
SELECT count(*) FROM contract_order
