-- SQLite: what sets something, reaches another file, or undoes the guard.
PRAGMA query_only = OFF ;; DELETE FROM event_text
PRAGMA query_only(0) ;; PRAGMA writable_schema = ON ;; DELETE FROM sqlite_schema
COMMIT ;; PRAGMA query_only = OFF ;; BEGIN IMMEDIATE ;; DELETE FROM event_text ;; COMMIT
ROLLBACK ;; PRAGMA query_only = OFF ;; PRAGMA journal_mode = DELETE
PRAGMA user_version = 7
PRAGMA application_id = 7
PRAGMA hard_heap_limit = 1
PRAGMA hard_heap_limit
PRAGMA soft_heap_limit = 1
PRAGMA writable_schema = ON
PRAGMA journal_mode = DELETE
PRAGMA locking_mode = EXCLUSIVE
PRAGMA schema_version = 1
PRAGMA encoding = 'UTF-16'
PRAGMA page_size = 512
PRAGMA temp_store_directory = '{folder}'
PRAGMA data_store_directory = '{folder}'
PRAGMA trusted_schema = ON
PRAGMA mmap_size = 1000000000
PRAGMA threads = 8
PRAGMA wal_checkpoint(TRUNCATE)
PRAGMA wal_checkpoint
PRAGMA incremental_vacuum
PRAGMA optimize
PRAGMA shrink_memory
PRAGMA busy_timeout = 0
PRAGMA main.user_version = 7
ATTACH '{folder}/other.db' AS other ;; CREATE TABLE other.mine (x)
ATTACH ':memory:' AS other
DETACH main
VACUUM INTO '{folder}/copy.db'
PRAGMA query_only = OFF ;; COMMIT ;; VACUUM INTO '{folder}/copy.db'
SELECT load_extension('{folder}/x')
SELECT writefile('{folder}/copy.db', 'x')
SELECT readfile('/etc/passwd')
SELECT edit('x')
SELECT fts3_tokenizer('x', x'00')
INSERT INTO event_search (event_search) VALUES ('optimize')
INSERT INTO event_search (event_search, rank) VALUES ('pgsz', 32)
CREATE VIRTUAL TABLE mine USING fts5 (x)
CREATE TEMP TRIGGER t AFTER DELETE ON tag BEGIN SELECT 1; END
REPLACE INTO tag (home_id, event_id, tag, n) VALUES (1, 1, 'x', 1)
EXPLAIN DELETE FROM event_text
END
