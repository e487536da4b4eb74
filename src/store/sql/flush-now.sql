-- Before that transaction.
PRAGMA synchronous = FULL
