-- Adds the words of a record to the word index.
INSERT INTO search (rowid, fold) VALUES (?1, ?2)
