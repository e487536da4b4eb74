-- The structure of the file down to every index; one row "ok", or one for each fault.
SELECT integrity_check FROM pragma_integrity_check
