-- Another number when a place in an order may be another.
SELECT coalesce(max(version), 0) FROM order_change
