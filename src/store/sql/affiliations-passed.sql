-- The people whose connections ended, or had not ended yet, between the days ?1 and ?2.
SELECT person FROM live_affiliation WHERE to_on <> '' AND to_on > ?1 AND to_on <= ?2
