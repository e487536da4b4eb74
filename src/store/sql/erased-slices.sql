-- The slices of the history that tell of records that were removed. A full scan: of those records.
SELECT DISTINCT history_touch.edit, history_touch.n
FROM erased JOIN history_touch ON history_touch.owner = erased.id
ORDER BY history_touch.edit, history_touch.n
