-- Of a SPIKE that is over, the highest z that held: digests of low sensitivity list those of 6.
ALTER TABLE series_event ADD COLUMN z INTEGER NOT NULL DEFAULT 0 CHECK (z IN (0, 4, 5, 6));
