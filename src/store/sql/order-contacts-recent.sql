-- Every contact that is not in the trash, last edited first: the index from end to end.
SELECT local FROM contact_recent ORDER BY edit DESC, local DESC
