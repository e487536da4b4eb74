-- How many rows contact_touch has. A full scan: for check.
SELECT count(*) FROM contact_touch
