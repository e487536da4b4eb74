-- Who stands behind the contact ?1: 0 for nobody, no row when it has no place.
SELECT coalesce((
  SELECT next.local FROM contact_place AS next
  WHERE (next.by_organisation, next.local) > (this.by_organisation, this.local)
  ORDER BY next.by_organisation, next.local LIMIT 1
), 0)
FROM contact_place AS this WHERE this.local = ?1
