-- Who stands behind the contact ?1: 0 for nobody, no row when it has no place.
SELECT coalesce((
  SELECT next.local FROM contact_recent AS next
  WHERE (next.edit, next.local) < (this.edit, this.local)
  ORDER BY next.edit DESC, next.local DESC LIMIT 1
), 0)
FROM contact_recent AS this WHERE this.local = ?1
