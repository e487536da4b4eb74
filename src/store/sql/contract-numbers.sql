-- The numbers of the newest contracts, in the trash or not: what the next one is made after.
SELECT number FROM contract WHERE number <> '' ORDER BY id DESC LIMIT 1000
