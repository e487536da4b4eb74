-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every record's words, keys and notes. A full scan: for check.
SELECT local, fold, keys, note FROM search_text
