-- An entry where the tables of the history do not hang together, and what is wrong with it.
-- A full scan: the check of the history.
SELECT h.id, 'takes back what cannot be taken back'
FROM history AS h LEFT JOIN history AS undone ON undone.id = h.undoes
WHERE CASE h.verb
  WHEN 'undo' THEN undone.id IS NULL OR undone.id >= h.id OR undone.undoes <> 0
  WHEN 'redo' THEN undone.id IS NULL OR undone.id >= h.id OR undone.verb <> 'undo'
  ELSE h.undoes <> 0
END
UNION ALL
SELECT id, 'has lost slices' FROM history
WHERE state = 'done' AND (
  SELECT count(*) = 0 OR count(*) <> max(n) + 1 FROM history_slice WHERE edit = history.id
)
UNION ALL
SELECT edit, 'is lost, but not its slices' FROM history_slice
WHERE NOT EXISTS (SELECT 1 FROM history WHERE id = edit)
UNION ALL
SELECT edit, 'is told by cards whose slice is lost' FROM history_touch
WHERE NOT EXISTS (
  SELECT 1 FROM history_slice WHERE history_slice.edit = history_touch.edit AND history_slice.n = history_touch.n
)
LIMIT 1
