-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many names as they are compared are ?1, or begin with ?2 and stand before ?3.
SELECT (SELECT count(*) FROM contact_match WHERE match_key = ?1)
  + (SELECT count(*) FROM contact_match WHERE match_key >= ?2 AND match_key < ?3)
