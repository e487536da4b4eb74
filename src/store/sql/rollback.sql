-- The end of a transaction that is not kept.
ROLLBACK
