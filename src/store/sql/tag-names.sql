-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the tags are called. A full scan: of some dozens, whose names only we can compare.
SELECT id, name FROM live_tag
