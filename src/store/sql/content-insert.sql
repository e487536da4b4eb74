-- One piece of a document.
INSERT INTO content (hash, n, bytes) VALUES (?1, ?2, ?3)
