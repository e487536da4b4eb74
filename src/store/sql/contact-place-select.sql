-- Reads the places of a contact by organisation and city.
SELECT by_organisation, by_city FROM contact_place WHERE local = ?1
