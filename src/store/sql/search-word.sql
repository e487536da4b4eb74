-- The records with a word that starts so.
SELECT rowid FROM search WHERE search MATCH ?1
