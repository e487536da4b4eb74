-- Removes a row for ever; $table is put in from the declarations.
DELETE FROM "$table" WHERE id = ?1
