-- A full scan: for making the table anew.
DELETE FROM contact_recent
