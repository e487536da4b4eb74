-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every record's words. A full scan: for check.
SELECT local, fold FROM search_text
