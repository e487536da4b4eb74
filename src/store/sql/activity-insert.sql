-- A new activity.
INSERT INTO activity (
  id, deleted_at, contact, channel, direction, on_day, at_time, subject, note, staff
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
)
