-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where a contact is, as it is asked for.
SELECT city, region, country FROM live_address WHERE contact = ?1
