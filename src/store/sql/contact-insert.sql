-- A new contact.
INSERT INTO contact (
  id, deleted_at, kind, name, given, additional, family, prefix, suffix, nickname, birthday,
  anniversary, note, photo, photo_type, company, job, archived_at, manager,
  call_name, address_form, vocative, legal_form, deputy
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
  ?20, ?21, ?22, ?23, ?24
)
