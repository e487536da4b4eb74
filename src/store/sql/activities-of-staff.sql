-- What a staff member had to do with contacts.
SELECT id FROM live_activity WHERE staff = ?1 AND staff <> 0
