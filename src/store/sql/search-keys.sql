-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every key and the record that has it. A full scan: for check.
SELECT key, local FROM search_key
