-- Some merging of segments; a positive number of pages ends early when there is nothing to do.
INSERT INTO search (search, rank) VALUES ('merge', 200)
