-- The city of every address, and how many contacts have it. A full scan: to choose from, in the background.
SELECT live_address.city, count(DISTINCT live_address.contact)
FROM live_address JOIN live_contact ON live_contact.id = live_address.contact
WHERE live_address.city <> '' GROUP BY live_address.city
