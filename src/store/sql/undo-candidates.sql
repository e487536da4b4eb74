-- The entries of one desk, newest first: for the newest that can be undone or redone.
SELECT id, verb, undoes, state FROM history WHERE id < ?1 AND desk = ?2 ORDER BY id DESC
