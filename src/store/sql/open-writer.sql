-- SPDX-License-Identifier: GPL-3.0-or-later
-- The writer's connection (RELIABILITY 7, DESIGN 4). The switches that have no pragma are in kli-connection.c.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA locking_mode = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16000;
-- What is removed is overwritten.
PRAGMA secure_delete = ON;
