-- A record has another place in the orders; 0: all of them may.
INSERT INTO order_change (local) VALUES (?1)
