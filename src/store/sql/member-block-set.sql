-- SPDX-License-Identifier: GPL-3.0-or-later
-- One block of a set from now on.
INSERT INTO member_block (number, members) VALUES (?1, ?2)
ON CONFLICT (number) DO UPDATE SET members = excluded.members
