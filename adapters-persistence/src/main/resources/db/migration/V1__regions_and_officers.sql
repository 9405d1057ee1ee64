-- Functions are created with this search path (SET search_path FROM CURRENT), so they find their tables
-- whatever the caller's search path is. pg_restore, for example, sets an empty one.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

CREATE TABLE regions (
    path text COLLATE "C" PRIMARY KEY
);
COMMENT ON TABLE regions IS
    'Every region that an officer or a client has ever been in. Queries resolve a subtree to its regions, '
    'path = ''X'' OR (path >= ''X/'' AND path < ''X0''), and look each of them up in an index. ''0'' is the '
    'character after ''/''. Filled by triggers; rows are never deleted.';
COMMENT ON COLUMN regions.path IS 'Segments joined by ''/''. The empty string is the root of the tree.';

CREATE FUNCTION note_region() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    INSERT INTO regions (path) VALUES (NEW.region) ON CONFLICT DO NOTHING;
    RETURN NEW;
END
$$;

CREATE TABLE officers (
    id                       uuid PRIMARY KEY,
    name                     text                NOT NULL,
    sort_name                text COLLATE "C"    NOT NULL
        GENERATED ALWAYS AS (casefold(name COLLATE pg_unicode_fast)) STORED,
    email                    text                NOT NULL,
    email_key                text COLLATE "C"    NOT NULL,
    phone                    text,
    region                   text COLLATE "C"    NOT NULL REFERENCES regions,
    role                     text                NOT NULL CHECK (role IN ('OFFICER', 'MANAGER', 'ADMIN')),
    status                   text                NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE', 'ON_LEAVE')),
    password_hash            text                NOT NULL,
    token_version            integer             NOT NULL DEFAULT 0,
    token_version_changed_at timestamptz,
    created_at               timestamptz         NOT NULL,
    updated_at               timestamptz         NOT NULL,
    deleted_at               timestamptz,
    version                  bigint              NOT NULL DEFAULT 0
);
COMMENT ON TABLE officers IS 'People with an account. Deleted officers stay, because their calls refer to them.';
COMMENT ON COLUMN officers.sort_name IS
    'Lists are sorted by this column, and names are searched in it. It does not depend on the collation of the '
    'database.';
COMMENT ON COLUMN officers.email_key IS
    'The e-mail address as the application compares it, without regard to case. Unique among officers who are not '
    'deleted.';
COMMENT ON COLUMN officers.token_version IS
    'Incremented to revoke all access tokens of the officer: tokens of an older version are no longer valid.';
COMMENT ON COLUMN officers.token_version_changed_at IS
    'When token_version was last changed, by the clock of the database; null if never. Set by a trigger.';
COMMENT ON COLUMN officers.version IS 'Number of changes, for optimistic locking.';

CREATE UNIQUE INDEX officers_email_key_of_living ON officers (email_key) WHERE deleted_at IS NULL;
CREATE INDEX officers_by_name ON officers (sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX officers_by_token_version_change ON officers (token_version_changed_at);

CREATE TRIGGER note_region BEFORE INSERT OR UPDATE OF region ON officers
    FOR EACH ROW EXECUTE FUNCTION note_region();

-- Nodes poll for recent changes, so all moments must come from one clock.
CREATE FUNCTION note_token_version_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    NEW.token_version_changed_at := clock_timestamp();
    RETURN NEW;
END
$$;

CREATE TRIGGER note_token_version_change BEFORE UPDATE OF token_version ON officers
    FOR EACH ROW WHEN (OLD.token_version IS DISTINCT FROM NEW.token_version)
    EXECUTE FUNCTION note_token_version_change();
