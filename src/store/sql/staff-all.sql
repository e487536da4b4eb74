-- Everybody on the staff, compared by their folded names. A full scan of a handful.
SELECT id, deleted_at, name, mail, active FROM live_staff_member ORDER BY id
