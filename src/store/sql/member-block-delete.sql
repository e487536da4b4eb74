-- SPDX-License-Identifier: GPL-3.0-or-later
-- A block that nobody is left in.
DELETE FROM member_block WHERE number = ?1
