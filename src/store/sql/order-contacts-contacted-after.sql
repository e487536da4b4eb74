-- Who stands behind the contact ?1: 0 for nobody, no row when it has no place.
SELECT coalesce((
  SELECT next.local FROM contact_touch AS next
  WHERE (next.on_day, next.at_time, next.local) < (touch.on_day, touch.at_time, touch.local)
  ORDER BY next.on_day DESC, next.at_time DESC, next.local DESC LIMIT 1
), (
  SELECT next.local FROM contact_order AS next
  WHERE (next.by_family, next.local)
      > (CASE WHEN touch.local IS NULL THEN this.by_family ELSE x'' END, CASE WHEN touch.local IS NULL THEN ?1 ELSE 0 END)
    AND next.local NOT IN (SELECT local FROM contact_touch)
  ORDER BY next.by_family, next.local LIMIT 1
), 0)
FROM contact_order AS this LEFT JOIN contact_touch AS touch ON touch.local = this.local WHERE this.local = ?1
