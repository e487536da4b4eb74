-- Every pair of contacts that are two. A full scan: of those that somebody looked at, with everybody else.
SELECT contact, other FROM live_contact_distinction
