-- The highest number that was given.
SELECT coalesce(max(local), 0) FROM local_number
