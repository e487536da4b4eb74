-- SPDX-License-Identifier: GPL-3.0-or-later
-- By what people are told apart, whoever has it. A full scan: everybody is compared with everybody.
SELECT contact, kind, normal FROM live_contact_point WHERE kind IN ('phone', 'mail')
