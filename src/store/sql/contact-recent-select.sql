-- The last edit of a contact, as derived.
SELECT edit FROM contact_recent WHERE local = ?1
