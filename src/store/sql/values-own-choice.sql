-- What can be chosen in the field ?1 of the business, retired choices too, and how many contacts each was chosen for.
SELECT c.name, (
  SELECT count(DISTINCT v.contact) FROM live_own_value AS v JOIN live_contact ON live_contact.id = v.contact
  WHERE v.choice = c.id AND v.choice <> 0
)
FROM live_own_choice AS c WHERE c.field = ?1
