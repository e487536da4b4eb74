-- The number of the newest migration that this file has seen.
SELECT user_version FROM pragma_user_version
