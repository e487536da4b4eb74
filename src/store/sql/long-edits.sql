-- Every long edit that has not ended.
SELECT edit, work, form, job, done, total FROM long_edit ORDER BY edit
