-- The live rows of activity that belong to one record, the newest first.
SELECT
  id, deleted_at, contact, channel, direction, on_day, at_time, subject, note, staff
FROM live_activity WHERE contact = ?1 ORDER BY on_day DESC, at_time DESC, id DESC
