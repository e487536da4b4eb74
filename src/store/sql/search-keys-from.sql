-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?3 keys behind the key ?1 of the number ?2, and whether the record has each.
SELECT search_key.key, search_key.local,
  instr(char(10) || search_text.keys || char(10), char(10) || search_key.key || char(10)) > 0
FROM search_key LEFT JOIN search_text ON search_text.local = search_key.local
WHERE (search_key.key, search_key.local) > (?1, ?2) ORDER BY search_key.key, search_key.local LIMIT ?3
