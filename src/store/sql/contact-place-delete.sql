-- Takes away the places of a contact by organisation and city.
DELETE FROM contact_place WHERE local = ?1
