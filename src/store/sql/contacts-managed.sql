-- The contacts that a staff member looks after.
SELECT id FROM live_contact WHERE manager = ?1 AND manager <> 0
