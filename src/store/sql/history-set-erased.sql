-- The entries that touched a record cannot be taken back any more.
UPDATE history SET state = 'erased'
WHERE id IN (SELECT edit FROM history_touch WHERE owner = ?1) AND state <> 'erased'
