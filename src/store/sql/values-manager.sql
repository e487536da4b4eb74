-- The staff, and how many contacts each looks after. A full scan of one index: to choose from, in the background.
SELECT live_staff_member.name, count(live_contact.id)
FROM live_staff_member
LEFT JOIN live_contact ON live_contact.manager = live_staff_member.id AND live_contact.manager <> 0
GROUP BY live_staff_member.id
