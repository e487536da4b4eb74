SELECT count(*) FROM search_text
