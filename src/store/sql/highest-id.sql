-- The highest id that was ever kept: an entry of the history takes its id after those of its records, but a long one
-- before them.
SELECT max(
  coalesce((SELECT max(id) FROM history), 0),
  coalesce((SELECT CAST(value AS INTEGER) FROM store_state WHERE name = 'highest-id'), 0)
)
