-- The archived contacts. A full scan: few are, and a filter is set now and then.
SELECT local_number.local FROM contact JOIN local_number ON local_number.id = contact.id WHERE contact.archived_at <> 0
