-- Every row of one table; $table is put in from our own schema. A full scan: a digest or a check reads everything.
SELECT * FROM "$table"
