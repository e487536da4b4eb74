-- An entry of the history.
INSERT INTO history (id, verb, subject, instant, who, desk, undoes, schema_version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
