-- SPDX-License-Identifier: GPL-3.0-or-later
-- The blocks of one set: those from the number ?1 up to ?2.
SELECT number, members FROM member_block WHERE number >= ?1 AND number < ?2
