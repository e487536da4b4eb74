-- Takes away the folded words of a contact or contract.
DELETE FROM search_text WHERE local = ?1
