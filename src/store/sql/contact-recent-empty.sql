DELETE FROM contact_recent
