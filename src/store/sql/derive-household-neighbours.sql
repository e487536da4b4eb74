-- Those who live in the household ?1: its address is theirs.
SELECT contact FROM live_household_member WHERE household = ?1
