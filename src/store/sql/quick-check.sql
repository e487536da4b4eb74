-- The structure of the file; one row "ok", or one for each fault.
SELECT quick_check FROM pragma_quick_check
