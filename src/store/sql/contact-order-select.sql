SELECT by_family, by_given FROM contact_order WHERE local = ?1
