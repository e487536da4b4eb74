-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the sets of facts away. A full scan: for making them anew.
DELETE FROM member_block WHERE number >> 20 IN (SELECT id FROM member_set WHERE key >= 'fact ' AND key < 'fact!')
