-- How many contracts there are, how many contracts in force end from ?1 to ?2, and how many records are in the trash,
-- but for cards that went into another one. A full scan of one index: numbers for the sidebar, counted in the background.
SELECT
  (SELECT count(*) FROM contract_order),
  (SELECT count(*) FROM contract_state
   WHERE end_on BETWEEN ?1 AND ?2 AND state IN ('active', 'suspended', 'notice')),
  (SELECT count(*) FROM contact WHERE deleted_at <> 0 AND NOT EXISTS (
     SELECT 1 FROM live_contact_merge WHERE live_contact_merge.merged = contact.id))
  + (SELECT count(*) FROM contract WHERE deleted_at <> 0)
