-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the sets of rows of words away, once they are empty.
DELETE FROM member_set WHERE key >= 'phrase-row ' AND key < 'phrase-row!'
