-- One address by its id, in the trash or not.
SELECT
  id, deleted_at, contact, street, city, postcode, region, country, label, preferred, position,
  house, rt, rw, village, district
FROM address WHERE id = ?1
