-- The records that are found or shown by the name of a contact: its people, who is related to it, who lives in it, its
-- contracts. One may be named twice: to leave out the second SQLite would make a table of its own for each contact.
SELECT person FROM live_affiliation WHERE organisation = ?1
UNION ALL SELECT other FROM live_relation WHERE contact = ?1
UNION ALL SELECT contact FROM live_relation WHERE other = ?1
UNION ALL SELECT contact FROM live_household_member WHERE household = ?1
UNION ALL SELECT contract FROM live_contract_party WHERE contact = ?1
