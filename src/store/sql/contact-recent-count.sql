-- A full scan: how many contacts have a last edit, for check.
SELECT count(*) FROM contact_recent
