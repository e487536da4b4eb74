-- The organisations, and how many people work at each. A full scan of one index: to choose from, in the background.
SELECT place.name, count(DISTINCT person.id)
FROM live_affiliation
JOIN contact AS place ON place.id = live_affiliation.organisation
JOIN live_contact AS person ON person.id = live_affiliation.person
WHERE live_affiliation.to_on = '' GROUP BY live_affiliation.organisation
