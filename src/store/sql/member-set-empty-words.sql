-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the sets of words, keys and notes away, and those of rows of words, once they are empty. A full scan: before they
-- are made anew.
DELETE FROM member_set WHERE key >= 'word ' AND key < 'word!' OR key >= 'key ' AND key < 'key!'
   OR key >= 'note ' AND key < 'note!' OR key >= 'phrase' AND key < 'phrase.'
