-- How many contacts each staff member looks after, as the account manager or as the deputy. A full scan of two indices:
-- for the list of the staff, in the background.
SELECT member, count(*) FROM (
  SELECT manager AS member, id FROM live_contact WHERE manager <> 0
  UNION ALL
  SELECT deputy, id FROM live_contact WHERE deputy <> 0 AND deputy <> manager
) GROUP BY member
