-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many records have each key, in order. A full scan: of the keys, now and then, when nobody waits.
SELECT key, count(*) FROM search_key GROUP BY key ORDER BY key
