-- A document, piece by piece.
SELECT bytes FROM content WHERE hash = ?1 ORDER BY n
