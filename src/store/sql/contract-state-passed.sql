-- The contracts whose state or next deadline the day ?1 passes.
SELECT contract FROM contract_state WHERE changes_on > '' AND changes_on <= ?1
UNION SELECT contract FROM contract_state WHERE next_on > '' AND next_on < ?1
