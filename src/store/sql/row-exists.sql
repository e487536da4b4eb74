-- Whether a row is there, deleted or not; $table is put in from the declarations.
SELECT 1 FROM "$table" WHERE id = ?1
