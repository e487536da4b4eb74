-- The contacts with an address. A full scan: most have one.
SELECT local_number.local FROM live_address JOIN local_number ON local_number.id = live_address.contact
