-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which sets there are, with a key from ?1 up to ?2.
SELECT key FROM member_set WHERE key >= ?1 AND key < ?2 ORDER BY key
