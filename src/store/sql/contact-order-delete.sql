DELETE FROM contact_order WHERE local = ?1
