CREATE TABLE imports (
    id             uuid PRIMARY KEY,
    kind           text COLLATE "C" NOT NULL CHECK (kind IN ('calls', 'clients', 'officers')),
    dry_run        boolean          NOT NULL,
    columns        text[]           NOT NULL,
    state          text COLLATE "C" NOT NULL
        CHECK (state IN ('RECEIVING', 'WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    rows_total     bigint           NOT NULL,
    rows_read      bigint           NOT NULL,
    rows_accepted  bigint           NOT NULL,
    rows_unchanged bigint           NOT NULL,
    rows_rejected  bigint           NOT NULL,
    created_by     uuid             NOT NULL,
    created_at     timestamptz      NOT NULL,
    started_at     timestamptz,
    finished_at    timestamptz,
    error          text
);
COMMENT ON TABLE imports IS
    'Files with calls, clients or officers, whose rows a job adds. A row stays for 90 days after its end.';
COMMENT ON COLUMN imports.state IS
    'RECEIVING: the file is not complete yet, and nobody sees the import. If the upload breaks off, the row is deleted.';
COMMENT ON COLUMN imports.rows_read IS
    'The number of rows of the file that are done. It changes in the transaction that adds the rows.';
COMMENT ON COLUMN imports.created_by IS 'The officer or the key that sent the file.';

CREATE INDEX imports_by_time ON imports (created_at DESC, id DESC);
CREATE INDEX imports_by_creator ON imports (created_by, created_at DESC, id DESC);

-- For the rows that name a client by its number or address.
CREATE INDEX clients_by_phone ON clients (phone) WHERE deleted_at IS NULL AND phone IS NOT NULL;
CREATE INDEX clients_by_email ON clients (lower(email)) WHERE deleted_at IS NULL AND email IS NOT NULL;

CREATE TABLE import_parts (
    import_id uuid   NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    first_row bigint NOT NULL,
    rows      text   NOT NULL,
    PRIMARY KEY (import_id, first_row)
);
COMMENT ON TABLE import_parts IS 'The rows of the files that are not done, until their import ends.';
COMMENT ON COLUMN import_parts.first_row IS 'The number of the first row in the file, from 0, without the header.';
COMMENT ON COLUMN import_parts.rows IS
    'Some thousand rows as JSON: for each an array of its line and its fields. Not jsonb, which has no character 0.';

CREATE TABLE import_errors (
    import_id   uuid    NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    line        bigint  NOT NULL,
    place       integer NOT NULL,
    column_name text,
    code        text    NOT NULL,
    message     text    NOT NULL,
    row         text    NOT NULL,
    PRIMARY KEY (import_id, line, place)
);
COMMENT ON TABLE import_errors IS 'Why rows of a file were rejected.';
COMMENT ON COLUMN import_errors.line IS 'The line of the file in which the row starts. The header is in line 1.';
COMMENT ON COLUMN import_errors.place IS 'Tells several errors of one row apart.';
COMMENT ON COLUMN import_errors.column_name IS 'Null if the error is about the whole row.';
COMMENT ON COLUMN import_errors.row IS 'As in import_parts.rows.';
