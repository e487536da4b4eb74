-- Every contact that is not in the trash: those that were opened, the last one at the top, then the others, last edited
-- first. Opening is no edit, so this is read every time. A full scan: of the index from end to end.
SELECT local FROM (
  SELECT contact_recent.local
  FROM recent
  JOIN local_number ON local_number.id = recent.id
  JOIN contact_recent ON contact_recent.local = local_number.local
  ORDER BY recent.instant DESC, recent.id
)
UNION ALL
SELECT local FROM (
  SELECT local
  FROM contact_recent
  WHERE local NOT IN (SELECT local_number.local FROM recent JOIN local_number ON local_number.id = recent.id)
  ORDER BY edit DESC, local DESC
)
