-- What list rows show of the contracts ?1 (a JSON array of ids), with their places in the array.
SELECT
  wanted.key, contract.id, contract.deleted_at, contract.title, contract.number,
  coalesce((
    SELECT contact.name
    FROM live_contract_party AS party JOIN contact ON contact.id = party.contact
    WHERE party.contract = contract.id AND party.contact <> 0
    ORDER BY party.position, party.id LIMIT 1
  ), ''),
  coalesce(contract_state.state, ''),
  coalesce(contract_state.next_on, ''),
  coalesce(contract_state.end_on, contract.end_on),
  coalesce((
    SELECT history.instant FROM history
    WHERE history.id = (SELECT max(edit) FROM history_touch WHERE owner = contract.id)
  ), 0)
FROM json_each(?1) AS wanted
JOIN contract ON contract.id = wanted.value
LEFT JOIN contract_state ON contract_state.contract = contract.id
