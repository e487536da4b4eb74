-- Whether anybody, in the trash or not, has that phone number or mail address.
SELECT 1 FROM live_contact_point WHERE normal = ?1 AND kind = ?2 LIMIT 1
