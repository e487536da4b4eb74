-- Those who are related to somebody, and how many to each. A full scan: to choose from, in the background.
SELECT contact.name, count(DISTINCT pair.of)
FROM (
  SELECT contact AS who, other AS of FROM live_relation WHERE to_on = ''
  UNION ALL SELECT other, contact FROM live_relation WHERE to_on = ''
) AS pair
JOIN contact ON contact.id = pair.who
JOIN live_contact ON live_contact.id = pair.of
GROUP BY pair.who
