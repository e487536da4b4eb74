-- How a record is called, whether it is in the trash, and the colour of a tag, when a part of another points at it.
SELECT name, deleted_at, '' FROM contact WHERE id = ?1
UNION ALL SELECT title, deleted_at, '' FROM contract WHERE id = ?1
UNION ALL SELECT name, deleted_at, colour FROM tag WHERE id = ?1
UNION ALL SELECT name, deleted_at, '' FROM staff_member WHERE id = ?1
UNION ALL SELECT name, deleted_at, '' FROM own_field WHERE id = ?1
UNION ALL SELECT name, deleted_at, '' FROM own_choice WHERE id = ?1
