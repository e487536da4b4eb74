-- The whole row again: only the columns that differ are recorded.
UPDATE contact SET
  deleted_at = ?2, kind = ?3, name = ?4, given = ?5, additional = ?6, family = ?7, prefix = ?8,
  suffix = ?9, nickname = ?10, birthday = ?11, anniversary = ?12, note = ?13, photo = ?14,
  photo_type = ?15, company = ?16, job = ?17, archived_at = ?18,
  manager = ?19, call_name = ?20, address_form = ?21, vocative = ?22, legal_form = ?23,
  deputy = ?24
WHERE id = ?1
