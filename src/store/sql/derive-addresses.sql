-- Where a contact is.
SELECT city, region, country, preferred, position FROM live_address WHERE contact = ?1 ORDER BY id
