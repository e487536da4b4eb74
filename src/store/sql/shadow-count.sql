-- Whether this connection has copies of its own of what depends on the day.
SELECT count(*) FROM sqlite_temp_schema WHERE name = 'contract_state'
