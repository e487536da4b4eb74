-- Which places changed since a version of the orders.
SELECT version, local FROM order_change WHERE version > ?1 ORDER BY version LIMIT ?2
