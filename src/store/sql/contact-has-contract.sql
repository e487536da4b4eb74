-- The contacts that are party to a contract, the trash left out. A full scan: of the parties, who are few.
SELECT local_number.local FROM live_contract_party
JOIN live_contract ON live_contract.id = live_contract_party.contract
JOIN local_number ON local_number.id = live_contract_party.contact
