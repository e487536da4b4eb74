-- How many contacts have a value of each field. A full scan of the values: for the list of fields, in the background.
SELECT field, count(DISTINCT contact) FROM live_own_value
WHERE EXISTS (SELECT 1 FROM live_contact WHERE live_contact.id = live_own_value.contact) GROUP BY field
