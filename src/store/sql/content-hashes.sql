-- Under which hashes something is kept.
-- scans: the check of all content.
SELECT DISTINCT hash FROM content
