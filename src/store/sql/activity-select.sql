-- One activity by its id, in the trash or not.
SELECT
  id, deleted_at, contact, channel, direction, on_day, at_time, subject, note, staff
FROM activity WHERE id = ?1
