-- How far a long edit is.
UPDATE long_edit SET done = ?2 WHERE edit = ?1
