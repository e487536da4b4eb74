-- A reader's transaction.
BEGIN
