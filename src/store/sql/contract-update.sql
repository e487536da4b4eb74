-- The whole row again: only the columns that differ are recorded.
UPDATE contract SET
  deleted_at = ?2, kind = ?3, number = ?4, title = ?5, start_on = ?6, end_on = ?7, renewal = ?8,
  renewal_months = ?9, notice_count = ?10, notice_unit = ?11, notice_rule = ?12, value_minor = ?13,
  currency = ?14, per = ?15, note = ?16
WHERE id = ?1
