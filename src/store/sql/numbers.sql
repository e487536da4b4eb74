-- Which record each number means. A full scan: read once, then followed.
SELECT local, id FROM local_number
