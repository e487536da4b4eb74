-- A record that is no more was not opened.
DELETE FROM recent WHERE id = ?1
