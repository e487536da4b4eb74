-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the members of the staff are called. A full scan: of a handful, whose names only we can compare.
SELECT id, name FROM live_staff_member
