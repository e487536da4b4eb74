SELECT count(*) FROM contract_order
