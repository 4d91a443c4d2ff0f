-- What fired before known_since, under another cron or zone, is no run of a schedule. While nodes
-- have different configurations, each has a row of its own.
CREATE TABLE digest_timing (
  schedule    TEXT   NOT NULL,
  timing      TEXT   NOT NULL,
  known_since BIGINT NOT NULL CHECK (known_since BETWEEN 0 AND 253402300799999),
  PRIMARY KEY (schedule, timing)
);

INSERT INTO digest_timing (schedule, timing, known_since)
SELECT schedule, timing, known_since FROM digest_schedule;

-- What is left is locked by whoever claims a run of the schedule.
ALTER TABLE digest_schedule DROP COLUMN timing;
ALTER TABLE digest_schedule DROP COLUMN known_since;
