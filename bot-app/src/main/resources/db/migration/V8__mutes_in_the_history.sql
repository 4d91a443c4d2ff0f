-- Of a line of kind MUTED, for how long; lines written before say it in their note.
ALTER TABLE series_event ADD COLUMN mute_until BIGINT
  CHECK (mute_until BETWEEN 0 AND 253402300799999);
ALTER TABLE series_event ADD COLUMN mute_above BIGINT CHECK (mute_above >= 0);
