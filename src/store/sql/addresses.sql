-- The live rows of address that belong to one record.
SELECT
  id, deleted_at, contact, street, city, postcode, region, country, label, preferred, position,
  house, rt, rw, village, district
FROM live_address WHERE contact = ?1 ORDER BY position, id
