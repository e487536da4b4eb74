-- Takes every row away, before the table is made anew.
DELETE FROM contact_touch
