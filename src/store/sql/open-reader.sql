-- SPDX-License-Identifier: GPL-3.0-or-later
-- A reader's connection: the same, but its pages come through 256 MB of mapped memory.
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 268435456;
PRAGMA temp_store = MEMORY;
PRAGMA query_only = ON;
