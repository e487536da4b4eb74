-- Where a contact is.
SELECT city FROM live_address WHERE contact = ?1 ORDER BY id
