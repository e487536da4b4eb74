-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sets with a key from ?1 up to ?2 go when nobody is in them.
DELETE FROM member_set
WHERE key >= ?1 AND key < ?2
  AND NOT EXISTS (SELECT 1 FROM member_block WHERE number >= member_set.id << 20 AND number < (member_set.id + 1) << 20)
