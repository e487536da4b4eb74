-- All segments become one, bit by bit: what was removed leaves the index only so. Goes on with search-merge.
INSERT INTO search (search, rank) VALUES ('merge', -200)
