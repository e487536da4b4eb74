-- The contracts that the contact ?1 is a party to.
SELECT local FROM local_number WHERE id IN (SELECT contract FROM live_contract_party WHERE contact = ?1)
