-- PostgreSQL: what writes, sets, locks, reaches files, programs, other sessions or other roles.
SET TRANSACTION READ WRITE ;; DELETE FROM event_text
SET transaction_read_only = off ;; DELETE FROM event_text
SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE ;; DELETE FROM event_text
SET default_transaction_read_only = off ;; COMMIT ;; DELETE FROM event_text
COMMIT ;; SET default_transaction_read_only = off ;; COMMIT ;; DELETE FROM event_text ;; COMMIT
ROLLBACK; BEGIN READ WRITE; DELETE FROM event_text; COMMIT
SELECT set_config('transaction_read_only', 'off', false) ;; DELETE FROM event_text
SELECT set_config('role', 'postgres', false)
SELECT set_config('session_authorization', 'postgres', false)
SET ROLE postgres
RESET ROLE
SET SESSION AUTHORIZATION postgres
COPY (SELECT 1) TO STDOUT
COPY event TO STDOUT
COPY (SELECT 1) TO PROGRAM 'touch {folder}/made'
COPY (SELECT 1) TO '{folder}/made'
COPY tag FROM PROGRAM 'echo 1'
COPY tag FROM STDIN
SELECT pg_read_file('/etc/passwd')
SELECT pg_read_binary_file('/etc/passwd')
SELECT pg_ls_dir('/')
SELECT pg_stat_file('/etc/passwd')
SELECT lo_import('/etc/passwd')
SELECT lo_export(1, '{folder}/made')
SELECT lo_from_bytea(0, 'x')
SELECT lo_create(0)
SELECT pg_reload_conf()
SELECT pg_rotate_logfile()
SELECT pg_switch_wal()
SELECT pg_create_restore_point('x')
SELECT pg_backup_start('x')
SELECT pg_promote()
SELECT pg_create_physical_replication_slot('x')
SELECT pg_create_logical_replication_slot('x', 'test_decoding')
SELECT pg_replication_origin_create('x')
SELECT setval('numbers', 7)
SELECT nextval('numbers')
SELECT * FROM event FOR UPDATE
SELECT * FROM event FOR SHARE
SELECT 1 INTO mine
WITH x AS (INSERT INTO tag (home_id, event_id, tag, n) VALUES (1, 1, 'x', 1) RETURNING *) SELECT * FROM x
LOCK event
LOCK TABLE event IN ACCESS EXCLUSIVE MODE
DO $$ BEGIN DELETE FROM event_text; END $$
CALL nothing()
PREPARE p AS DELETE FROM event_text
EXECUTE p
DECLARE c CURSOR FOR SELECT 1
FETCH 1 FROM timeline_query
MOVE 1 FROM timeline_query
CLOSE ALL
DISCARD ALL
LISTEN x
NOTIFY x
CHECKPOINT
CLUSTER
REFRESH MATERIALIZED VIEW mine
TRUNCATE event
GRANT ALL ON event TO PUBLIC
CREATE ROLE mine
CREATE EXTENSION dblink
CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'
ALTER SYSTEM SET work_mem = '1GB'
COMMENT ON TABLE event IS 'mine'
SECURITY LABEL ON TABLE event IS 'mine'
SHOW ALL
EXPLAIN SELECT 1
EXPLAIN ANALYZE SELECT 1
) SELECT 1
