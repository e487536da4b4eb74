-- Every contact that is not in the trash, in order. A full scan: of the index from end to end.
SELECT local FROM contact_place ORDER BY by_city, local
