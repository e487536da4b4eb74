-- The rows of activity that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, channel, direction, on_day, at_time, subject, note, staff
FROM activity WHERE contact = ?1 AND deleted_at = ?2
