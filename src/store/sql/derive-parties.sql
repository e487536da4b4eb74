-- The names of the parties of the contracts from the id ?1 to ?2, by contract and id, and whether a party is deleted or
-- its contact is no more.
SELECT party.contract, party.deleted_at <> 0 OR contact.id IS NULL, contact.name
FROM contract_party AS party LEFT JOIN contact ON contact.id = party.contact
WHERE party.contract BETWEEN ?1 AND ?2 ORDER BY party.contract, party.id
