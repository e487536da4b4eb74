-- By which row a contact carries a tag.
SELECT id FROM live_contact_tag WHERE contact = ?1 AND tag = ?2
