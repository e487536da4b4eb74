-- Whether an id is that of a contact or of a contract, in the trash or not; no row for any other.
SELECT 'contact' FROM contact WHERE id = ?1
UNION ALL SELECT 'contract' FROM contract WHERE id = ?1
