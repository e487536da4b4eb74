-- SPDX-License-Identifier: GPL-3.0-or-later
-- The set with the key ?1 goes: one of nobody.
DELETE FROM member_set WHERE key = ?1
