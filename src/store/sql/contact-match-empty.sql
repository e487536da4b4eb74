DELETE FROM contact_match
