-- What perhaps nothing names any more. A full scan: of a few.
SELECT hash FROM content_doubt
