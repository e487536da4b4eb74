-- The contacts that were edited since the id ?1 was new.
SELECT local FROM contact_recent WHERE edit >= ?1
