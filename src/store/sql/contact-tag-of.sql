-- Whether a contact carries a tag.
SELECT 1 FROM live_contact_tag WHERE contact = ?1 AND tag = ?2
