CREATE TABLE marginal.store (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    version integer NOT NULL
);
INSERT INTO marginal.store (version) VALUES (1);

CREATE TABLE marginal.plan (
    campaign text NOT NULL,
    day date NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('live', 'backfill')),
    state text NOT NULL
        CHECK (state IN ('reserved', 'built', 'audited', 'published', 'failed', 'superseded')),
    inputs text NOT NULL DEFAULT '{}',
    host text NOT NULL,
    machine text NOT NULL,
    process bigint NOT NULL,
    started bigint NOT NULL,
    since timestamptz NOT NULL,
    lease interval NOT NULL,
    lease_until timestamptz NOT NULL,
    PRIMARY KEY (campaign, day, number)
);
-- One published plan of a campaign and date, and one in the making, whatever a program does.
CREATE UNIQUE INDEX plan_published ON marginal.plan (campaign, day) WHERE state = 'published';
CREATE UNIQUE INDEX plan_open ON marginal.plan (campaign, day)
    WHERE state IN ('reserved', 'built', 'audited');
CREATE INDEX plan_day ON marginal.plan (day);

CREATE TABLE marginal.file (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bytes bigint NOT NULL,
    sha256 text NOT NULL
);
CREATE TABLE marginal.chunk (
    file bigint NOT NULL REFERENCES marginal.file,
    number integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (file, number)
);
-- Parquet is packed already; packing it again would only take time.
ALTER TABLE marginal.chunk ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE marginal.plan_file (
    campaign text NOT NULL,
    day date NOT NULL,
    number bigint NOT NULL,
    path text NOT NULL,
    file bigint NOT NULL REFERENCES marginal.file,
    PRIMARY KEY (campaign, day, number, path),
    FOREIGN KEY (campaign, day, number) REFERENCES marginal.plan
);

CREATE TABLE marginal.log_file (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256 text NOT NULL UNIQUE,
    rows bigint NOT NULL,
    complete_through text NOT NULL,
    file bigint NOT NULL REFERENCES marginal.file
);
