-- Takes away a name as it is compared.
DELETE FROM contact_match WHERE contact = ?1
