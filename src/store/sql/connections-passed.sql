-- The contacts whose connections and relations ended, or had not ended yet, between the days ?1 and ?2.
SELECT person FROM live_affiliation WHERE to_on <> '' AND to_on > ?1 AND to_on <= ?2
UNION ALL SELECT contact FROM live_relation WHERE to_on <> '' AND to_on > ?1 AND to_on <= ?2
UNION ALL SELECT other FROM live_relation WHERE to_on <> '' AND to_on > ?1 AND to_on <= ?2
