-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the sets of words, keys and notes away, and the rows of words. A full scan: for making the search index anew.
DELETE FROM member_block WHERE number >> 20 IN (
  SELECT id FROM member_set WHERE key >= 'word ' AND key < 'word!' OR key >= 'key ' AND key < 'key!'
    OR key >= 'note ' AND key < 'note!' OR key >= 'phrase' AND key < 'phrase.'
)
