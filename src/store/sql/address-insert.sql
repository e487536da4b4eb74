-- A new address.
INSERT INTO address (
  id, deleted_at, contact, street, city, postcode, region, country, label, preferred, position,
  house, rt, rw, village, district
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
  ?12, ?13, ?14, ?15, ?16
)
