-- Under which hashes something is kept. A full scan: the check of all content.
SELECT DISTINCT hash FROM content
