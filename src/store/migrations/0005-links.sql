-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is named by an act: asked before a contact or a contract goes.

PRAGMA user_version = 5;

CREATE INDEX contract_act_party ON contract_act (party) WHERE party <> 0;
CREATE INDEX contract_act_successor ON contract_act (successor) WHERE successor <> 0;
