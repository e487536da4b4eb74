-- The newest entry that takes another one back.
SELECT coalesce(max(id), 0) FROM history WHERE undoes = ?1 AND undoes <> 0
