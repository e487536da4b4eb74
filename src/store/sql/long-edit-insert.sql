-- A long edit that begins.
INSERT INTO long_edit (edit, work, form, job, done, total) VALUES (?1, ?2, ?3, ?4, 0, ?5)
