-- Messages on their way out. Of a lane, the open message with the lowest id is worked on; claims
-- are leases and count while claimed_by is the caller's.
CREATE TABLE outbox (
  id               ${identity},
  dedupe_key       TEXT   NOT NULL UNIQUE CHECK (dedupe_key <> ''),
  topic            TEXT   NOT NULL CHECK (topic <> ''),
  destination      TEXT   NOT NULL CHECK (destination <> ''),
  lane             TEXT   NOT NULL CHECK (lane <> ''),
  edits            TEXT,
  content          TEXT   NOT NULL,
  form             TEXT   NOT NULL CHECK (form IN ('FULL', 'SMALLER')),
  state            TEXT   NOT NULL CHECK (state IN
                     ('PENDING', 'SENDING', 'SENT', 'UNKNOWN', 'HELD', 'DEAD', 'COMBINED')),
  attempts         BIGINT NOT NULL CHECK (attempts BETWEEN 0 AND 1000000),
  reason           TEXT   NOT NULL,
  message_id       TEXT,
  expires_at       BIGINT NOT NULL CHECK (expires_at BETWEEN 0 AND 253402300799999),
  added_at         BIGINT NOT NULL CHECK (added_at BETWEEN 0 AND 253402300799999),
  changed_at       BIGINT NOT NULL CHECK (changed_at BETWEEN 0 AND 253402300799999),
  first_sending_at BIGINT CHECK (first_sending_at BETWEEN 0 AND 253402300799999),
  claimed_by       TEXT   NOT NULL,
  claimed_until    BIGINT NOT NULL CHECK (claimed_until BETWEEN 0 AND 253402300799999)
);

CREATE INDEX outbox_open ON outbox (lane, id) WHERE state IN ('PENDING', 'SENDING', 'UNKNOWN');
CREATE INDEX outbox_by_topic ON outbox (topic, id);
CREATE INDEX outbox_settled ON outbox (changed_at)
  WHERE state IN ('SENT', 'HELD', 'DEAD', 'COMBINED');

-- Before opens_at nothing goes out on a lane: a rate limit, a pace, a back-off.
CREATE TABLE outbox_lane (
  lane     TEXT   NOT NULL PRIMARY KEY,
  opens_at BIGINT NOT NULL CHECK (opens_at BETWEEN 0 AND 253402300799999)
);

-- What fired before known_since, under another cron or zone, is no run of a schedule.
CREATE TABLE digest_schedule (
  schedule    TEXT   NOT NULL PRIMARY KEY,
  timing      TEXT   NOT NULL,
  known_since BIGINT NOT NULL CHECK (known_since BETWEEN 0 AND 253402300799999)
);

-- Whoever inserts a run, posts it.
CREATE TABLE digest_run (
  schedule     TEXT   NOT NULL,
  scheduled_at BIGINT NOT NULL CHECK (scheduled_at BETWEEN 0 AND 253402300799999),
  occasion     TEXT   NOT NULL CHECK (occasion IN ('SCHEDULED', 'ASKED_FOR')),
  window_after BIGINT NOT NULL CHECK (window_after BETWEEN 0 AND 253402300799999),
  window_until BIGINT NOT NULL CHECK (window_until BETWEEN 0 AND 253402300799999),
  disposition  TEXT   NOT NULL CHECK (disposition IN
                 ('POSTED', 'EMPTY', 'PASSED_OVER', 'COMBINED')),
  missed       BIGINT NOT NULL CHECK (missed BETWEEN 0 AND 1000000000),
  missed_since BIGINT CHECK (missed_since BETWEEN 0 AND 253402300799999),
  reason       TEXT   NOT NULL,
  snapshot     TEXT   NOT NULL,
  claimed_by   TEXT   NOT NULL,
  claimed_at   BIGINT NOT NULL CHECK (claimed_at BETWEEN 0 AND 253402300799999),
  replaced_by  BIGINT CHECK (replaced_by BETWEEN 0 AND 253402300799999),
  PRIMARY KEY (schedule, scheduled_at),
  CHECK (window_until > window_after),
  CHECK ((missed = 0) = (missed_since IS NULL)),
  CHECK ((disposition = 'COMBINED') = (replaced_by IS NOT NULL))
);

CREATE INDEX digest_run_by_time ON digest_run (scheduled_at);

-- A right that one process holds at a time, such as Discord's gateway.
CREATE TABLE lease (
  name       TEXT   NOT NULL PRIMARY KEY,
  holder     TEXT   NOT NULL CHECK (holder <> ''),
  held_until BIGINT NOT NULL CHECK (held_until BETWEEN 0 AND 253402300799999)
);

-- What goes wrong for one owner at a destination at the same time. The index lets one last.
CREATE TABLE incident (
  id          TEXT   NOT NULL PRIMARY KEY,
  destination TEXT   NOT NULL,
  owner       TEXT   NOT NULL,
  telling     TEXT   NOT NULL CHECK (telling IN ('POSTED', 'WITHHELD')),
  version     BIGINT NOT NULL CHECK (version BETWEEN 1 AND 1000000000),
  opened_at   BIGINT NOT NULL CHECK (opened_at BETWEEN 0 AND 253402300799999),
  closed_at   BIGINT CHECK (closed_at BETWEEN 0 AND 253402300799999),
  alerts      TEXT   NOT NULL
);

CREATE UNIQUE INDEX incident_lasting ON incident (destination, owner) WHERE closed_at IS NULL;
CREATE INDEX incident_by_time ON incident (destination, opened_at);

CREATE TABLE told_fact (
  fact    TEXT   NOT NULL PRIMARY KEY CHECK (length(fact) BETWEEN 1 AND 200),
  told_at BIGINT NOT NULL CHECK (told_at BETWEEN 0 AND 253402300799999)
);

-- What was over within a window, for digests.
CREATE INDEX series_event_closed ON series_event (happened_at) WHERE kind = 'STATE_CLOSED';
