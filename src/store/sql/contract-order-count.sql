-- How many rows contract_order has. A full scan: for check.
SELECT count(*) FROM contract_order
