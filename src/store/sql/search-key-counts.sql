-- How many keys search_text names (lines, none in an empty text), how many of them there are, and how many
-- keys there are at all. A full scan: for check.
SELECT
  (SELECT coalesce(sum(length(keys) - length(replace(keys, char(10), '')) + 1), 0) FROM search_text WHERE keys <> ''),
  (SELECT count(*) FROM search_key JOIN search_text USING (local)
   WHERE instr(char(10) || search_text.keys || char(10), char(10) || search_key.key || char(10)) > 0),
  (SELECT count(*) FROM search_key)
