-- What all nodes must know and nobody else may, made by the first that needs it.
CREATE TABLE site_key (
  name       TEXT   NOT NULL PRIMARY KEY CHECK (name <> ''),
  -- 32 random bytes, base64url without padding.
  value      TEXT   NOT NULL CHECK (length(value) = 43)
);
