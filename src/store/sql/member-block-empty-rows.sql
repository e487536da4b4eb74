-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the sets of rows of words away. A full scan: before they are made anew, which is when there are twice as many
-- records.
DELETE FROM member_block WHERE number >> 20 IN (SELECT id FROM member_set WHERE key >= 'phrase-row ' AND key < 'phrase-row!')
