-- While a new file is made that nobody sees before its last transaction, which is flushed together with all before it.
PRAGMA synchronous = OFF
