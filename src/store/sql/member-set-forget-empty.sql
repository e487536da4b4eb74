-- SPDX-License-Identifier: GPL-3.0-or-later
-- The set ?1 goes when it is one of facts and nobody is in it: that of a word says that nobody has it.
DELETE FROM member_set
WHERE id = ?1 AND key >= 'fact ' AND key < 'fact!'
  AND NOT EXISTS (SELECT 1 FROM member_block WHERE number >= ?1 << 20 AND number < (?1 + 1) << 20)
