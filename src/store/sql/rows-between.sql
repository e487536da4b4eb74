-- The rows of one table from the id ?1 to ?2, deleted or not; $table is put in from the declarations.
SELECT * FROM "$table" WHERE id BETWEEN ?1 AND ?2 ORDER BY id
