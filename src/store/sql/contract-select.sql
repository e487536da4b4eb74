-- One contract by its id, in the trash or not.
SELECT
  id, deleted_at, kind, number, title, start_on, end_on, renewal, renewal_months, notice_count,
  notice_unit, notice_rule, value_minor, currency, per, note
FROM contract WHERE id = ?1
