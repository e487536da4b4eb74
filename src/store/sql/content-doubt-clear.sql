-- Nothing is in doubt any more.
DELETE FROM content_doubt
