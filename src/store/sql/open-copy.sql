-- SPDX-License-Identifier: GPL-3.0-or-later
-- A copy in the making: nobody else sees it before it is whole.
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
PRAGMA temp_store = MEMORY;
