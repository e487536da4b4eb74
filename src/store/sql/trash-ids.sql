-- What is in the trash: its id, and whether it is a contract. A full scan: of the trash alone.
SELECT id, 0 FROM contact WHERE deleted_at <> 0
UNION ALL SELECT id, 1 FROM contract WHERE deleted_at <> 0
