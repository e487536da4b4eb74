-- The records that are found or shown by the name of a contact: its people, its contracts.
SELECT person FROM live_affiliation WHERE organisation = ?1
UNION SELECT contract FROM live_contract_party WHERE contact = ?1
