-- A record was opened.
INSERT INTO recent (id, instant) VALUES (?1, ?2)
ON CONFLICT (id) DO UPDATE SET instant = excluded.instant
