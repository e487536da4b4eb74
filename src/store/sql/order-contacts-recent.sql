-- Every contact that is not in the trash, last edited first.
-- A full scan: the index from end to end, once; then the order in memory follows the changes.
SELECT local FROM contact_recent ORDER BY edit DESC, local DESC
