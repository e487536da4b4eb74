-- SPDX-License-Identifier: GPL-3.0-or-later
-- Some of what the word index is kept in. It is not asked meanwhile, and made anew.
DELETE FROM search_data WHERE id IN (SELECT id FROM search_data WHERE id > 10 ORDER BY id LIMIT 500)
