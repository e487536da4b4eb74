-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?2 rows behind the id ?1, and whether each is of a contract.
SELECT contract, EXISTS (SELECT 1 FROM contract WHERE contract.id = contract_state.contract)
FROM contract_state WHERE contract > ?1 ORDER BY contract LIMIT ?2
