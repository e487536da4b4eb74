-- Every draft of one record.
DELETE FROM draft WHERE owner = ?1
