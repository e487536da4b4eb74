-- Content that perhaps nothing names any more.
INSERT OR IGNORE INTO content_doubt (hash) VALUES (?1)
