-- What was being typed, oldest first.
-- scans: there are few.
SELECT owner, field, text, instant FROM draft ORDER BY instant, owner, field
