CREATE TABLE cover (
  id         ${identity},
  team       TEXT   NOT NULL CHECK (team <> ''),
  level      TEXT   NOT NULL CHECK (level <> ''),
  -- Whose shifts; empty for whoever holds the level.
  person     TEXT   NOT NULL,
  from_at    BIGINT NOT NULL CHECK (from_at BETWEEN 0 AND 253402300799999),
  until_at   BIGINT NOT NULL CHECK (until_at BETWEEN 0 AND 253402300799999),
  stand_in   TEXT   NOT NULL CHECK (stand_in <> ''),
  created_at BIGINT NOT NULL CHECK (created_at BETWEEN 0 AND 253402300799999),
  created_by TEXT   NOT NULL CHECK (created_by <> ''),
  removed_at BIGINT CHECK (removed_at BETWEEN 0 AND 253402300799999),
  CHECK (until_at > from_at)
);

CREATE UNIQUE INDEX cover_in_force
  ON cover (team, level, person, from_at, until_at, stand_in) WHERE removed_at IS NULL;
CREATE INDEX cover_by_team ON cover (team, until_at);

-- What a team's calendar feed has said, so that a later change counts on from there.
CREATE TABLE published_shift (
  uid        TEXT    NOT NULL PRIMARY KEY CHECK (uid <> ''),
  team       TEXT    NOT NULL CHECK (team <> ''),
  level      TEXT    NOT NULL CHECK (level <> ''),
  person     TEXT    NOT NULL CHECK (person <> ''),
  from_at    BIGINT  NOT NULL CHECK (from_at BETWEEN 0 AND 253402300799999),
  until_at   BIGINT  NOT NULL CHECK (until_at BETWEEN 0 AND 253402300799999),
  sequence   INTEGER NOT NULL CHECK (sequence >= 0),
  changed_at BIGINT  NOT NULL CHECK (changed_at BETWEEN 0 AND 253402300799999),
  cancelled  INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  CHECK (until_at > from_at)
);

CREATE INDEX published_shift_by_team ON published_shift (team, until_at);

-- Only a digest of a key is kept: whoever reads the database cannot read the feeds with it.
CREATE TABLE feed_key (
  digest     TEXT   NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
  team       TEXT   NOT NULL CHECK (team <> ''),
  actor      TEXT   NOT NULL CHECK (actor <> ''),
  created_at BIGINT NOT NULL CHECK (created_at BETWEEN 0 AND 253402300799999),
  revoked_at BIGINT CHECK (revoked_at BETWEEN 0 AND 253402300799999)
);

CREATE INDEX feed_key_by_actor ON feed_key (team, actor);
