-- A reader reads again.
PRAGMA query_only = ON
