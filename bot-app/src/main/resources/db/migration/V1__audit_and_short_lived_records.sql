-- Times are milliseconds since 1970-01-01T00:00:00Z. Their range check also keeps text out of
-- number columns, which SQLite would accept.

CREATE TABLE audit_entry (
  id           ${identity},
  happened_at  BIGINT NOT NULL CHECK (happened_at BETWEEN 0 AND 253402300799999),
  platform     TEXT   NOT NULL CHECK (platform <> ''),
  actor        TEXT   NOT NULL CHECK (actor <> ''),
  actor_name   TEXT   NOT NULL,
  action       TEXT   NOT NULL CHECK (action <> ''),
  subject      TEXT   NOT NULL CHECK (subject <> ''),
  reason       TEXT   NOT NULL,
  state_before TEXT   NOT NULL,
  state_after  TEXT   NOT NULL
);

CREATE INDEX audit_entry_by_time ON audit_entry (happened_at, id);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, happened_at, id);

CREATE TABLE short_lived_record (
  id         TEXT   NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 16 AND 24),
  kind       TEXT   NOT NULL CHECK (kind <> ''),
  content    TEXT   NOT NULL CHECK (length(content) <= 65536),
  created_at BIGINT NOT NULL CHECK (created_at BETWEEN 0 AND 253402300799999),
  expires_at BIGINT NOT NULL CHECK (expires_at BETWEEN 0 AND 253402300799999),
  taken_at   BIGINT CHECK (taken_at BETWEEN 0 AND 253402300799999),
  taken_by   TEXT,
  CHECK (expires_at > created_at),
  CHECK ((taken_at IS NULL) = (taken_by IS NULL))
);

CREATE INDEX short_lived_record_by_expiry ON short_lived_record (expires_at);
