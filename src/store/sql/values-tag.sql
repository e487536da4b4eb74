-- The tags, how many contacts carry each, and their colours. A full scan of the tags given: to choose from, in the background.
SELECT live_tag.name, count(live_contact.id), live_tag.colour
FROM live_tag LEFT JOIN live_contact_tag ON live_contact_tag.tag = live_tag.id
LEFT JOIN live_contact ON live_contact.id = live_contact_tag.contact
GROUP BY live_tag.id
