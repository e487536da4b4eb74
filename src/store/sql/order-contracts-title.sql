-- Every contract that is not in the trash, in order. A full scan: of the index from end to end.
SELECT local FROM contract_order ORDER BY by_title, local
