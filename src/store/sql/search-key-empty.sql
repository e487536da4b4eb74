DELETE FROM search_key
