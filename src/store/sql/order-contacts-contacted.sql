-- Every contact that is not in the trash: those there was something with, the newest at the top, then the others by
-- name. A full scan: of both indexes from end to end.
SELECT local FROM (SELECT local FROM contact_touch ORDER BY on_day DESC, at_time DESC, local DESC)
UNION ALL
SELECT local FROM (
  SELECT local FROM contact_order WHERE local NOT IN (SELECT local FROM contact_touch) ORDER BY by_family, local
)
