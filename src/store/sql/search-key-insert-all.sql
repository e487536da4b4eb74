-- SPDX-License-Identifier: GPL-3.0-or-later
-- Adds many normal forms by which records are found.
INSERT OR IGNORE INTO search_key (key, local) SELECT c0, c1 FROM feed
