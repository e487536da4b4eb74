-- The same of those that touched one card.
SELECT DISTINCT history.id
FROM history_touch JOIN history ON history.id = history_touch.edit
WHERE history_touch.owner = ?6 AND history_touch.edit < ?1 AND history_touch.edit > ?2
  AND history.instant >= ?3 AND history.instant < ?4 AND (?5 = '' OR history.who = ?5)
ORDER BY history_touch.edit DESC
