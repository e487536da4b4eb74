-- The households, and how many live in each. A full scan of one index: to choose from, in the background.
SELECT place.name, count(*)
FROM live_household_member
JOIN live_contact AS place ON place.id = live_household_member.household
JOIN live_contact AS person ON person.id = live_household_member.contact
GROUP BY live_household_member.household
