-- A long edit has ended.
DELETE FROM long_edit WHERE edit = ?1
