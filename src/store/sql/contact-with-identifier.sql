-- The contacts with an official number of the kind ?1 that is from ?2 to before ?3. A tax number that is the number of a
-- natural person finds nobody: all others begin with 0 in this form.
SELECT local_number.local
FROM live_identifier JOIN local_number ON local_number.id = live_identifier.contact
WHERE live_identifier.kind = ?1 AND live_identifier.normal >= ?2 AND live_identifier.normal < ?3
  AND (?1 <> 'npwp' OR live_identifier.normal < '1')
