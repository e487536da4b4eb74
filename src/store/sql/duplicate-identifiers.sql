-- SPDX-License-Identifier: GPL-3.0-or-later
-- The official numbers by which firms are told apart, whoever has them. A full scan: everybody is compared with
-- everybody.
SELECT contact, kind, normal FROM live_identifier WHERE kind IN ('nip', 'regon', 'krs', 'npwp', 'nib')
