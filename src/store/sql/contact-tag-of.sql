-- By which row a contact carries a tag. A contact has a few tags, a tag maybe a million contacts: so the plus sign keeps
-- it from being looked for among those.
SELECT id FROM live_contact_tag WHERE contact = ?1 AND +tag = ?2
