-- SPDX-License-Identifier: GPL-3.0-or-later
-- The many cards that a slice touched.
INSERT OR FAIL INTO history_touch (owner, edit, n) SELECT c0, c1, c2 FROM feed
