-- The last edit that touched a record, 0 for none.
SELECT coalesce(max(edit), 0) FROM history_touch WHERE owner = ?1
