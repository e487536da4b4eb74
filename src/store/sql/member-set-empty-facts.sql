-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the sets of facts away, once they are empty.
DELETE FROM member_set WHERE key >= 'fact ' AND key < 'fact!'
