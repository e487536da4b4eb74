-- Every contact that is not in the trash, by its last edit, newest first. A full scan.
SELECT contact_order.local
FROM contact_order JOIN local_number ON local_number.local = contact_order.local
ORDER BY
  coalesce((SELECT max(edit) FROM history_touch WHERE owner = local_number.id), local_number.id) DESC,
  contact_order.local
