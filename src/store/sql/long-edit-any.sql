-- Whether an edit of many records has not ended. A full scan: up to the first.
SELECT EXISTS (SELECT 1 FROM long_edit)
