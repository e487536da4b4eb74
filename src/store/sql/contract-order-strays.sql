-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?2 rows behind the number ?1, and whether each is of a contract.
SELECT local, EXISTS (SELECT 1 FROM local_number JOIN contract ON contract.id = local_number.id
                      WHERE local_number.local = contract_order.local)
FROM contract_order WHERE local > ?1 ORDER BY local LIMIT ?2
