-- Into which card another one went.
SELECT id, deleted_at, contact, merged FROM live_contact_merge WHERE merged = ?1 ORDER BY id
