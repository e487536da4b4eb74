-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sets with a key from ?1 up to ?2.
SELECT id, key FROM member_set WHERE key >= ?1 AND key < ?2
