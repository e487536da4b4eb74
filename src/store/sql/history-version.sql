-- Another number when anything was edited: a running entry grows by slices.
SELECT
  coalesce(max(id), 0)
  + (SELECT count(*) FROM history_slice WHERE edit IN (SELECT edit FROM long_edit))
FROM history
