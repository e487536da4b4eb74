-- Reads a name as it is compared.
SELECT match_key FROM contact_match WHERE contact = ?1
