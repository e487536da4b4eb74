-- The contracts from the id ?1 to ?2, in the trash or not.
SELECT
  id, deleted_at, kind, number, title, start_on, end_on, renewal, renewal_months, notice_count,
  notice_unit, notice_rule, value_minor, currency, per, note
FROM contract WHERE id BETWEEN ?1 AND ?2 ORDER BY id
