DELETE FROM contact_match WHERE contact = ?1
