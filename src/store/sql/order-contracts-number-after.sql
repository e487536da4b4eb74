-- Who stands behind the contract ?1: 0 for nobody, no row when it has no place.
SELECT coalesce((
  SELECT next.local FROM contract_order AS next
  WHERE (next.by_number, next.local) > (this.by_number, this.local)
  ORDER BY next.by_number, next.local LIMIT 1
), 0)
FROM contract_order AS this WHERE this.local = ?1
