-- SPDX-License-Identifier: GPL-3.0-or-later
-- A file that somebody offers: nothing mapped, everything checked (RELIABILITY C15).
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
PRAGMA temp_store = MEMORY;
PRAGMA query_only = ON;
