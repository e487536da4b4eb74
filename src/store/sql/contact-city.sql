-- The contacts with an address, and its city. A full scan: it is compared as folded, which only we can.
SELECT local_number.local, live_address.city
FROM live_address JOIN local_number ON local_number.id = live_address.contact WHERE live_address.city <> ''
