-- Segments are merged when nobody waits, not in an edit. Kept in the index.
INSERT INTO search (search, rank) VALUES ('automerge', 0)
