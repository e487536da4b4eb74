-- The names of the parties of a contract, in the trash or not.
SELECT contact.name
FROM live_contract_party AS party JOIN contact ON contact.id = party.contact
WHERE party.contract = ?1 ORDER BY party.id
