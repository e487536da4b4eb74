-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new set, of nobody yet.
INSERT INTO member_set (key) VALUES (?1)
