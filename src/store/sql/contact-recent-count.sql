SELECT count(*) FROM contact_recent
