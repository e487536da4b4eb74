-- One own_choice by its id, in the trash or not.
SELECT
  id, deleted_at, field, name, position, retired
FROM own_choice WHERE id = ?1
