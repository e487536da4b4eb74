SELECT edit FROM contact_recent WHERE local = ?1
