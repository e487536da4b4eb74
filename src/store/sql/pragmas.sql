-- What the connection really does, to compare with what it was told.
SELECT
  (SELECT journal_mode FROM pragma_journal_mode),
  (SELECT synchronous FROM pragma_synchronous),
  (SELECT foreign_keys FROM pragma_foreign_keys),
  (SELECT trusted_schema FROM pragma_trusted_schema),
  (SELECT cell_size_check FROM pragma_cell_size_check)
