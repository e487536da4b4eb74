-- Compares every word and prefix of the index with search_text; fails as damaged when they differ.
INSERT INTO search (search, rank) VALUES ('integrity-check', 1)
