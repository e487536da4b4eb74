-- How many rows contract_state has. A full scan: for check.
SELECT count(*) FROM contract_state
