-- The contacts with whom there was something on the day ?1 or later.
SELECT local FROM contact_touch WHERE on_day >= ?1
