-- The contacts from the id ?1 to ?2, in the trash or not. From the four columns that are not read nothing is derived.
SELECT
  id, deleted_at, kind, name, given, additional, family, prefix, suffix, nickname, birthday,
  anniversary, note, photo, photo_type, company, job, archived_at, manager,
  '', '', '', '', deputy
FROM contact WHERE id BETWEEN ?1 AND ?2 ORDER BY id
