-- Every row of one table that names the record ?1 in one column, deleted or not; $table and $column are put in from
-- the declarations.
SELECT * FROM "$table" WHERE "$column" = ?1 AND "$column" <> 0
