-- Orders in memory that are further behind are read anew. The newest row stays: it is the version.
DELETE FROM order_change WHERE version <= (SELECT max(version) FROM order_change) - 2000
