-- There was nothing yet with a contact, or it is in the trash.
DELETE FROM contact_touch WHERE local = ?1
