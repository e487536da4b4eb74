-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes the reckoned state of a contract.
INSERT INTO contract_state (contract, state, since, changes_on, next_on, end_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (contract) DO UPDATE
SET state = excluded.state, since = excluded.since, changes_on = excluded.changes_on, next_on = excluded.next_on,
  end_on = excluded.end_on
