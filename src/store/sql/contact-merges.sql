-- The live rows of contact_merge that belong to one record: which cards went into it.
SELECT
  id, deleted_at, contact, merged
FROM live_contact_merge WHERE contact = ?1 ORDER BY id
