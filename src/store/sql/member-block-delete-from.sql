-- SPDX-License-Identifier: GPL-3.0-or-later
-- The blocks from the number ?1 up to ?2 go.
DELETE FROM member_block WHERE number >= ?1 AND number < ?2
