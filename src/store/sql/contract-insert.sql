-- A new contract.
INSERT INTO contract (
  id, deleted_at, kind, number, title, start_on, end_on, renewal, renewal_months, notice_count,
  notice_unit, notice_rule, value_minor, currency, per, note
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16
)
