-- It was saved or given up.
DELETE FROM draft WHERE owner = ?1 AND field = ?2
