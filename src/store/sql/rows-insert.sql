-- SPDX-License-Identifier: GPL-3.0-or-later
-- New rows of one table, from a feed; $table and the $values, as many as it has columns, are put in from the
-- declarations. OR FAIL: if one cannot be written, the edit ends, and none of them stays anyway.
INSERT OR FAIL INTO "$table" SELECT $values FROM feed
