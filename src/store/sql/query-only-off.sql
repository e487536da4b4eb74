-- Lets a reader write tables of its own.
PRAGMA query_only = OFF
