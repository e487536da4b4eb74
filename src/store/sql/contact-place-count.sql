-- How many rows contact_place has. A full scan: for check.
SELECT count(*) FROM contact_place
