-- An entry where the tables of the history do not hang together, and what is wrong with it.
-- A full scan: the check of the history, each table from end to end. To look up one slice, SQLite reads the whole
-- changesets of those it passes.
SELECT h.id, 'takes back what cannot be taken back'
FROM history AS h LEFT JOIN history AS undone ON undone.id = h.undoes
WHERE CASE h.verb
  WHEN 'undo' THEN undone.id IS NULL OR undone.id >= h.id OR undone.undoes <> 0
  WHEN 'redo' THEN undone.id IS NULL OR undone.id >= h.id OR undone.verb <> 'undo'
  ELSE h.undoes <> 0
END
UNION ALL
SELECT id, 'has lost slices' FROM history
WHERE state = 'done' AND id NOT IN (
  SELECT edit FROM history_slice GROUP BY edit HAVING count(*) = max(n) + 1
)
UNION ALL
SELECT edit, 'is lost, but not its slices' FROM history_slice
WHERE NOT EXISTS (SELECT 1 FROM history WHERE id = edit)
UNION ALL
SELECT edit, 'is told by cards whose slice is lost'
FROM (SELECT edit, n FROM history_touch EXCEPT SELECT edit, n FROM history_slice)
LIMIT 1
