-- One contact by its id, in the trash or not.
SELECT
  id, deleted_at, kind, name, given, additional, family, prefix, suffix, nickname, birthday,
  anniversary, note, photo, photo_type, company, job, archived_at, manager,
  call_name, address_form, vocative, legal_form, deputy
FROM contact WHERE id = ?1
