-- The live rows of contact_distinction that belong to one record, whichever of the two it is.
SELECT
  id, deleted_at, contact, other
FROM live_contact_distinction WHERE contact = ?1
UNION ALL
SELECT
  id, deleted_at, contact, other
FROM live_contact_distinction WHERE other = ?1 AND contact <> ?1
ORDER BY id
