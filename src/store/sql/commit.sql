-- The end of a transaction that is kept.
COMMIT
