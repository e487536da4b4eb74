-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can be asked of a contact, as derived.
SELECT facts FROM contact_fact WHERE local = ?1
