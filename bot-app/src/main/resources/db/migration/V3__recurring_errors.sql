-- One code from one source, with what people did about it.
CREATE TABLE series (
  id              ${identity},
  -- Empty where the code did not decode.
  system          TEXT   NOT NULL,
  code            TEXT   NOT NULL CHECK (length(code) BETWEEN 1 AND 200),
  source          TEXT   NOT NULL CHECK (length(source) <= 100),
  name            TEXT   NOT NULL,
  first_seen      BIGINT NOT NULL CHECK (first_seen BETWEEN 0 AND 253402300799999),
  last_seen       BIGINT NOT NULL CHECK (last_seen BETWEEN 0 AND 253402300799999),
  samples_offered BIGINT NOT NULL CHECK (samples_offered >= 0),
  version         BIGINT NOT NULL CHECK (version >= 0),
  status          TEXT   NOT NULL CHECK (status IN ('OPEN', 'ACKNOWLEDGED', 'RESOLVED')),
  handled_by      TEXT   NOT NULL,
  handled_by_name TEXT   NOT NULL,
  handled_at      BIGINT CHECK (handled_at BETWEEN 0 AND 253402300799999),
  mute_until      BIGINT CHECK (mute_until BETWEEN 0 AND 253402300799999),
  mute_above      BIGINT CHECK (mute_above >= 0),
  UNIQUE (system, code, source),
  CHECK (last_seen >= first_seen),
  CHECK (status = 'OPEN' OR (handled_at IS NOT NULL AND handled_by <> '')),
  CHECK (mute_until IS NULL OR mute_above IS NULL)
);

CREATE INDEX series_resolved ON series (id) WHERE status = 'RESOLVED';

-- Buckets begin with their time: what is counted now lies together, and so does what is read of a
-- window.
CREATE TABLE series_minute (
  start_at    BIGINT NOT NULL CHECK (start_at BETWEEN 0 AND 253402300799999 AND start_at % 60000 = 0),
  series      BIGINT NOT NULL REFERENCES series (id),
  occurrences BIGINT NOT NULL CHECK (occurrences >= 1),
  late        BIGINT NOT NULL CHECK (late BETWEEN 0 AND occurrences),
  PRIMARY KEY (start_at, series)
) ${clustered};

CREATE INDEX series_minute_by_series ON series_minute (series, start_at);

CREATE TABLE series_hour (
  start_at    BIGINT  NOT NULL CHECK (start_at BETWEEN 0 AND 253402300799999 AND start_at % 3600000 = 0),
  series      BIGINT  NOT NULL REFERENCES series (id),
  occurrences BIGINT  NOT NULL CHECK (occurrences >= 0),
  late        BIGINT  NOT NULL CHECK (late BETWEEN 0 AND occurrences),
  max60       BIGINT  NOT NULL CHECK (max60 >= 0),
  max5        BIGINT  NOT NULL CHECK (max5 >= 0),
  -- What its roll-up owes: 2 this hour and the one after it, 1 the one after it, 0 nothing.
  owed        INTEGER NOT NULL CHECK (owed IN (0, 1, 2)),
  PRIMARY KEY (start_at, series)
) ${clustered};

CREATE INDEX series_hour_by_series ON series_hour (series, start_at);
CREATE INDEX series_hour_owing ON series_hour (start_at) WHERE owed > 0;

-- Days since 1970-01-01 in the zone of the server.
CREATE TABLE series_day (
  day         INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
  series      BIGINT  NOT NULL REFERENCES series (id),
  occurrences BIGINT  NOT NULL CHECK (occurrences >= 1),
  PRIMARY KEY (day, series)
) ${clustered};

CREATE INDEX series_day_by_series ON series_day (series, day);

CREATE TABLE plays_minute (
  start_at BIGINT NOT NULL CHECK (start_at BETWEEN 0 AND 253402300799999 AND start_at % 60000 = 0),
  source   TEXT   NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  plays    BIGINT NOT NULL CHECK (plays >= 0),
  PRIMARY KEY (start_at, source)
) ${clustered};

CREATE TABLE plays_hour (
  start_at BIGINT NOT NULL CHECK (start_at BETWEEN 0 AND 253402300799999 AND start_at % 3600000 = 0),
  source   TEXT   NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  plays    BIGINT NOT NULL CHECK (plays >= 0),
  PRIMARY KEY (start_at, source)
) ${clustered};

CREATE TABLE series_sample (
  series      BIGINT  NOT NULL REFERENCES series (id),
  place       INTEGER NOT NULL CHECK (place BETWEEN 0 AND 19),
  happened_at BIGINT  NOT NULL CHECK (happened_at BETWEEN 0 AND 253402300799999),
  code        TEXT    NOT NULL,
  message     TEXT    NOT NULL,
  session     TEXT    NOT NULL,
  labels      TEXT    NOT NULL,
  PRIMARY KEY (series, place)
);

-- What was counted and must not be counted again: a kind and 128 bits of a digest.
CREATE TABLE once_key (
  id         TEXT   NOT NULL PRIMARY KEY CHECK (length(id) = 23),
  expires_at BIGINT NOT NULL CHECK (expires_at BETWEEN 0 AND 253402300799999)
) ${clustered};

CREATE INDEX once_key_by_expiry ON once_key (expires_at);

CREATE TABLE series_event (
  id          ${identity},
  series      BIGINT NOT NULL REFERENCES series (id),
  happened_at BIGINT NOT NULL CHECK (happened_at BETWEEN 0 AND 253402300799999),
  kind        TEXT   NOT NULL CHECK (kind <> ''),
  state       TEXT,
  observed    DOUBLE PRECISION,
  threshold   DOUBLE PRECISION,
  baseline    DOUBLE PRECISION,
  done_by     TEXT   NOT NULL,
  done_by_name TEXT  NOT NULL,
  note        TEXT   NOT NULL,
  CHECK ((state IS NULL) = (observed IS NULL)),
  CHECK ((state IS NULL) = (threshold IS NULL)),
  CHECK ((state IS NULL) = (baseline IS NULL))
);

CREATE INDEX series_event_by_series ON series_event (series, happened_at, id);

CREATE TABLE series_state (
  series     BIGINT  NOT NULL REFERENCES series (id),
  kind       TEXT    NOT NULL CHECK (kind <> ''),
  since_at   BIGINT  NOT NULL CHECK (since_at BETWEEN 0 AND 253402300799999),
  observed   DOUBLE PRECISION NOT NULL,
  threshold  DOUBLE PRECISION NOT NULL,
  baseline   DOUBLE PRECISION NOT NULL,
  z          INTEGER NOT NULL CHECK (z IN (0, 4, 5, 6)),
  note       TEXT    NOT NULL,
  calm_since BIGINT CHECK (calm_since BETWEEN 0 AND 253402300799999),
  PRIMARY KEY (series, kind)
);

-- What was given up under pressure, by the hour.
CREATE TABLE shed (
  start_at    BIGINT NOT NULL PRIMARY KEY CHECK (start_at BETWEEN 0 AND 253402300799999 AND start_at % 3600000 = 0),
  samples     BIGINT NOT NULL CHECK (samples >= 0),
  labels      BIGINT NOT NULL CHECK (labels >= 0),
  occurrences BIGINT NOT NULL CHECK (occurrences >= 0)
);

-- One row: until when the detector looked, and since when minutes are kept.
CREATE TABLE recurrence_progress (
  id              INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  evaluated_until BIGINT CHECK (evaluated_until BETWEEN 0 AND 253402300799999),
  minutes_since   BIGINT  NOT NULL CHECK (minutes_since BETWEEN 0 AND 253402300799999)
);

INSERT INTO recurrence_progress (id, evaluated_until, minutes_since) VALUES (1, NULL, 0);
