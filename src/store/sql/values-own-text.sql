-- Which texts stand in the field ?1 of the business, and in how many values.
SELECT text, count(*) FROM live_own_value WHERE field = ?1 GROUP BY text
