SELECT count(*) FROM contact_match
