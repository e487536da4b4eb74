SELECT coalesce(max(local), 0) FROM local_number
