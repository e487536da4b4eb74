-- Text that is being typed.
INSERT INTO draft (owner, field, text, instant) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (owner, field) DO UPDATE SET text = excluded.text, instant = excluded.instant
