-- A new address.
INSERT INTO address (
  id, deleted_at, contact, street, city, postcode, region, country, label, preferred, position
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
)
