-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every record's words and keys. A full scan: for check.
SELECT local, fold, keys FROM search_text
