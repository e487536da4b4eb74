-- What list rows show of the contacts ?1 (a JSON array of ids), with their places in the array; what only the cells of a
-- table show besides is looked up when ?2. Of many people or contracts of one contact only the first hundred are looked
-- at, so that a page stays a page.
SELECT
  wanted.key, contact.id, contact.kind, contact.deleted_at, contact.name, contact.photo,
  coalesce(affiliation.role, contact.job),
  coalesce(organisation.name, contact.company),
  CASE WHEN contact.kind = 'organisation' THEN coalesce((
    SELECT person.name
    FROM (SELECT * FROM live_affiliation WHERE organisation = contact.id LIMIT 100) AS member
    JOIN live_contact AS person ON person.id = member.person
    WHERE member.to_on = '' OR member.to_on > (SELECT value FROM store_state WHERE name = 'day')
    ORDER BY member.main DESC, member.id LIMIT 1
  ), '') ELSE '' END,
  coalesce((
    SELECT city FROM live_address WHERE contact = contact.id AND city <> ''
    ORDER BY preferred DESC, position, id LIMIT 1
  ), (
    SELECT city FROM live_household_member AS member
    JOIN live_contact AS household ON household.id = member.household
    JOIN live_address AS address ON address.contact = member.household
    WHERE member.contact = contact.id AND city <> ''
    ORDER BY address.position, member.id LIMIT 1
  ), ''),
  coalesce(contract_state.state, ''),
  CASE WHEN ?2 THEN coalesce((
    SELECT history.instant FROM history
    WHERE history.id = (SELECT max(edit) FROM history_touch WHERE owner = contact.id)
  ), 0) ELSE 0 END,
  contact.archived_at <> 0,
  CASE WHEN ?2 THEN coalesce((
    SELECT value FROM live_contact_point WHERE contact = contact.id AND kind = 'phone'
    ORDER BY preferred DESC, position, id LIMIT 1
  ), '') ELSE '' END,
  CASE WHEN ?2 THEN coalesce((
    SELECT value FROM live_contact_point WHERE contact = contact.id AND kind = 'mail'
    ORDER BY preferred DESC, position, id LIMIT 1
  ), '') ELSE '' END,
  CASE WHEN ?2 THEN coalesce((
    SELECT group_concat(name, ', ') FROM (
      SELECT tag.name
      FROM live_contact_tag JOIN live_tag AS tag ON tag.id = live_contact_tag.tag
      WHERE live_contact_tag.contact = contact.id ORDER BY live_contact_tag.id LIMIT 10
    )
  ), '') ELSE '' END,
  CASE WHEN ?2 THEN coalesce((SELECT name FROM staff_member WHERE id = contact.manager), '') ELSE '' END,
  coalesce(contract_state.end_on, ''),
  CASE WHEN ?2 THEN coalesce((
    SELECT contact_touch.on_day
    FROM local_number JOIN contact_touch ON contact_touch.local = local_number.local
    WHERE local_number.id = contact.id
  ), '') ELSE '' END,
  CASE WHEN ?2 THEN coalesce((SELECT name FROM staff_member WHERE id = contact.deputy), '') ELSE '' END
FROM json_each(?1) AS wanted
JOIN contact ON contact.id = wanted.value
LEFT JOIN affiliation ON affiliation.id = (
  SELECT id FROM live_affiliation
  WHERE person = contact.id AND (to_on = '' OR to_on > (SELECT value FROM store_state WHERE name = 'day'))
  ORDER BY main_place DESC, id LIMIT 1
)
LEFT JOIN contact AS organisation ON organisation.id = affiliation.organisation
LEFT JOIN contract_state ON contract_state.contract = (
  SELECT state.contract
  FROM (SELECT * FROM live_contract_party WHERE contact = contact.id LIMIT 100) AS party
  JOIN contract_state AS state ON state.contract = party.contract
  ORDER BY
    CASE state.state
      WHEN 'notice' THEN 0 WHEN 'suspended' THEN 1 WHEN 'active' THEN 2 WHEN 'signed' THEN 3 WHEN 'sent' THEN 4
      WHEN 'draft' THEN 5 ELSE 6
    END,
    state.since DESC LIMIT 1
)
