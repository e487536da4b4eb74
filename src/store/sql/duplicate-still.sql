-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the contacts ?1 and ?2 are both there, and nobody said that they are two.
SELECT EXISTS (SELECT 1 FROM live_contact WHERE id = ?1)
  AND EXISTS (SELECT 1 FROM live_contact WHERE id = ?2)
  AND NOT EXISTS (SELECT 1 FROM live_contact_distinction WHERE contact = ?1 AND other = ?2)
  AND NOT EXISTS (SELECT 1 FROM live_contact_distinction WHERE contact = ?2 AND other = ?1)
