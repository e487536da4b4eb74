-- A record that was removed.
INSERT OR IGNORE INTO erased (id) VALUES (?1)
