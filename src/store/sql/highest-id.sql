-- The highest id that was ever kept: an entry of the history takes its id after those of its records.
SELECT coalesce (max (id), 0) FROM history
