-- The rows of address that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, street, city, postcode, region, country, label, preferred, position,
  house, rt, rw, village, district
FROM address WHERE contact = ?1 AND deleted_at = ?2
