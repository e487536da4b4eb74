-- Empties the word index, before it is made anew.
INSERT INTO search (search) VALUES ('delete-all')
