DELETE FROM contract_order WHERE local = ?1
