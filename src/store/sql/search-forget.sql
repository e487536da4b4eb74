-- The word index forgets a record; ?2 must be exactly the words it had.
INSERT INTO search (search, rowid, fold) VALUES ('delete', ?1, ?2)
