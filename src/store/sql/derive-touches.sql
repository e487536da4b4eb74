-- The day and time, one behind the other, when there was something last with the contacts from the id ?1 to ?2, by
-- contact. Being handed over, or to another deputy, happens within the business.
SELECT contact, 0, max(on_day || at_time)
FROM live_activity WHERE contact BETWEEN ?1 AND ?2 AND on_day <> '' AND channel NOT IN ('handover', 'deputy')
GROUP BY contact ORDER BY contact
