-- The organisation and the city that a list shows of the contact ?1; an organisation is its own.
SELECT
  CASE WHEN contact.kind = 'organisation' THEN contact.name ELSE coalesce((
    SELECT organisation.name
    FROM live_affiliation AS affiliation JOIN contact AS organisation ON organisation.id = affiliation.organisation
    WHERE affiliation.person = contact.id
    ORDER BY affiliation.to_on <> '', affiliation.main DESC, affiliation.id LIMIT 1
  ), contact.company) END,
  coalesce((
    SELECT city FROM live_address WHERE live_address.contact = contact.id AND city <> ''
    ORDER BY preferred DESC, position, id LIMIT 1
  ), '')
FROM contact WHERE contact.id = ?1
