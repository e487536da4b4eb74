-- Reads when there was something last with a contact, as derived.
SELECT on_day, at_time FROM contact_touch WHERE local = ?1
