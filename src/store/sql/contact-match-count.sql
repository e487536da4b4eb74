-- How many rows contact_match has. A full scan: for check.
SELECT count(*) FROM contact_match
