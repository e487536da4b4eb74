-- Every tag: some dozens, compared by their folded names. A full scan.
SELECT id, deleted_at, name, colour FROM live_tag ORDER BY id
