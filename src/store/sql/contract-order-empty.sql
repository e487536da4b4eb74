DELETE FROM contract_order
