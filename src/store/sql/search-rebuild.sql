-- The word index anew, from search_text.
INSERT INTO search (search) VALUES ('rebuild')
