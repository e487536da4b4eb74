-- Another number when anything was edited.
SELECT coalesce(max(id), 0) FROM history
