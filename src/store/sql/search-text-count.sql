-- How many rows search_text has. A full scan: for check.
SELECT count(*) FROM search_text
