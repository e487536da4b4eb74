-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the sets of words and keys away, once they are empty. A full scan: of the sets, before they are made anew.
DELETE FROM member_set WHERE key >= 'word ' AND key < 'word!' OR key >= 'key ' AND key < 'key!'
