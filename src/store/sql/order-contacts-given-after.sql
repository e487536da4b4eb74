-- Who stands behind the contact ?1: 0 for nobody, no row when it has no place.
SELECT coalesce((
  SELECT next.local FROM contact_order AS next
  WHERE (next.by_given, next.local) > (this.by_given, this.local)
  ORDER BY next.by_given, next.local LIMIT 1
), 0)
FROM contact_order AS this WHERE this.local = ?1
