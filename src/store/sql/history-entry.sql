-- One entry, with its number of rows and how the record it is about is called now.
SELECT
  id, verb, subject, instant, who, desk, undoes, schema_version, state,
  (SELECT coalesce(sum(n_changes), 0) FROM history_slice WHERE edit = history.id),
  coalesce(
    (SELECT name FROM contact WHERE contact.id = subject),
    (SELECT coalesce(nullif(title, ''), number) FROM contract WHERE contract.id = subject),
    (SELECT name FROM tag WHERE tag.id = subject),
    (SELECT name FROM staff_member WHERE staff_member.id = subject),
    (SELECT name FROM segment WHERE segment.id = subject),
    (SELECT name FROM document WHERE document.id = subject),
    (SELECT "key" FROM setting WHERE setting.id = subject),
    ''
  )
FROM history WHERE id = ?1
