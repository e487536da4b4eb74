-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nothing can be asked of a contact that is no more.
DELETE FROM contact_fact WHERE local = ?1
