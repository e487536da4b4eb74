-- Who stands behind the contact ?1: 0 for nobody, no row when it has no place.
SELECT coalesce((
  SELECT next.local FROM local_number AS next JOIN contact_recent ON contact_recent.local = next.local
  WHERE next.id < this.id
  ORDER BY next.id DESC LIMIT 1
), 0)
FROM local_number AS this JOIN contact_recent ON contact_recent.local = this.local
WHERE this.local = ?1
