-- The history has forgotten a record.
DELETE FROM erased WHERE id = ?1
