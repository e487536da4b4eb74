-- What was being typed, oldest first. A full scan: there are few.
SELECT owner, field, text, instant FROM draft ORDER BY instant, owner, field
