-- How many contacts carry each tag. A full scan of the tags of contacts: for the list of tags, in the background.
SELECT tag, count(*) FROM live_contact_tag
WHERE EXISTS (SELECT 1 FROM live_contact WHERE live_contact.id = live_contact_tag.contact) GROUP BY tag
