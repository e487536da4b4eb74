-- SPDX-License-Identifier: GPL-3.0-or-later
-- The copy has the journal mode of its source in its header; as one file it needs none, and can then be
-- read from a medium that cannot be written.
PRAGMA journal_mode = DELETE;
