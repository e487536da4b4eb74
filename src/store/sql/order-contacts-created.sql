-- Every contact that is not in the trash, the newest first: ids count up with time. A full scan: of the ids from end to
-- end, once; then the order in memory follows the changes.
SELECT local_number.local
FROM local_number JOIN contact_recent ON contact_recent.local = local_number.local
ORDER BY local_number.id DESC
