-- A contact in the trash has no place among the last edited.
DELETE FROM contact_recent WHERE local = ?1
