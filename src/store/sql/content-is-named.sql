-- Whether a record names content, deleted or not.
SELECT EXISTS (SELECT 1 FROM contact WHERE photo = ?1 AND photo <> '')
  OR EXISTS (SELECT 1 FROM document WHERE hash = ?1)
