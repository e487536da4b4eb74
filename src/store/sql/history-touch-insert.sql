-- One card that a slice touched.
INSERT INTO history_touch (owner, edit, n) VALUES (?1, ?2, ?3)
