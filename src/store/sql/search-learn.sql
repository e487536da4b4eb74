INSERT INTO search (rowid, fold) VALUES (?1, ?2)
