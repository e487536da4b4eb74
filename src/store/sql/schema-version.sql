-- The number of the newest migration that this file has seen.
PRAGMA user_version
