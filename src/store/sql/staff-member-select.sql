-- One staff_member by its id, in the trash or not.
SELECT
  id, deleted_at, name, mail, active
FROM staff_member WHERE id = ?1
