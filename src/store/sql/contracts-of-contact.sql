-- The contracts that a contact is party to, in the trash or not.
SELECT DISTINCT contract FROM live_contract_party WHERE contact = ?1
