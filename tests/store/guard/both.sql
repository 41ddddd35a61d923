-- What writes, in any wording. One statement a line; lines of one attack are joined by " ;; ".
INSERT INTO tag (home_id, event_id, tag, n) VALUES (1, 1, 'x', 1)
UPDATE event SET type = 'OTHER'
DELETE FROM event_text
DROP VIEW timeline_events
DROP TABLE event
CREATE TABLE mine (x int)
CREATE TABLE mine AS SELECT 1 AS x
CREATE TEMPORARY TABLE mine (x int)
CREATE VIEW mine AS SELECT 1 AS x
CREATE INDEX mine ON event (type)
ALTER TABLE event ADD COLUMN mine int
WITH x AS (SELECT 1) DELETE FROM event_text
WITH x AS (DELETE FROM tag RETURNING *) SELECT * FROM x
INSERT INTO tag (home_id, event_id, tag, n) VALUES (1, 1, 'x', 1) RETURNING tag
EXPLAIN ANALYZE DELETE FROM event_text
SELECT 1; DELETE FROM event_text
SELECT 1; SELECT 2
SELECT 1;; DELETE FROM event_text
SELECT 1 /* ; */; DELETE FROM event_text
; DELETE FROM event_text
/* SELECT 1 */ DELETE FROM event_text
COMMIT
ROLLBACK
BEGIN
SAVEPOINT x
RELEASE x
COMMIT ;; DELETE FROM event_text
ROLLBACK ;; DELETE FROM event_text
COMMIT; DELETE FROM event_text
ANALYZE
VACUUM
REINDEX
