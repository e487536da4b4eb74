-- SPDX-License-Identifier: GPL-3.0-or-later
-- The blocks of all sets with a key from ?1 up to ?2.
SELECT member_block.number, member_block.members
FROM member_set JOIN member_block
  ON member_block.number BETWEEN member_set.id << 20 AND (member_set.id << 20) + 1048575
WHERE member_set.key >= ?1 AND member_set.key < ?2
