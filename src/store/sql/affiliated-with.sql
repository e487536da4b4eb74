-- The people of the organisation ?1, or the organisations of the person ?1.
SELECT local FROM local_number WHERE id IN (
  SELECT person FROM live_affiliation WHERE organisation = ?1
  UNION ALL SELECT organisation FROM live_affiliation WHERE person = ?1
)
