-- SPDX-License-Identifier: GPL-3.0-or-later
-- One block of a set.
SELECT members FROM member_block WHERE number = ?1
