-- How many contacts each staff member looks after. A full scan of one index: for the list of the staff, in the background.
SELECT manager, count(*) FROM live_contact WHERE manager <> 0 GROUP BY manager
