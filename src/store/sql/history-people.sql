-- Who made entries. A full scan: once for the menu of the page of the history.
SELECT DISTINCT who FROM history WHERE who <> '' ORDER BY who
