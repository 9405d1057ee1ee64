-- Part of a name, a company or a phone number is searched for: trigrams find it without a scan.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE regions (
    path text COLLATE "C" PRIMARY KEY
);
COMMENT ON TABLE regions IS
    'Every region that an officer or a client was ever placed in. Resolves a subtree to its values, '
    'so that each can be looked up in an index: path = ''X'' OR (path >= ''X/'' AND path < ''X0''), '
    '''0'' being what follows ''/''. Filled by triggers, never emptied.';
COMMENT ON COLUMN regions.path IS 'Segments joined by ''/''; empty is the root of the tree.';

CREATE FUNCTION note_region() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO regions (path) VALUES (NEW.region) ON CONFLICT DO NOTHING;
    RETURN NEW;
END
$$;

CREATE TABLE officers (
    id            uuid PRIMARY KEY,
    name          text                NOT NULL,
    sort_name     text COLLATE "C"    NOT NULL
        GENERATED ALWAYS AS (casefold(name COLLATE pg_unicode_fast)) STORED,
    email         text                NOT NULL,
    email_key     text COLLATE "C"    NOT NULL,
    phone         text,
    region        text COLLATE "C"    NOT NULL REFERENCES regions,
    role          text                NOT NULL CHECK (role IN ('OFFICER', 'MANAGER', 'ADMIN')),
    status        text                NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE', 'ON_LEAVE')),
    password_hash text                NOT NULL,
    token_version integer             NOT NULL DEFAULT 0,
    created_at    timestamptz         NOT NULL,
    updated_at    timestamptz         NOT NULL,
    deleted_at    timestamptz,
    version       bigint              NOT NULL DEFAULT 0
);
COMMENT ON TABLE officers IS 'People with an account; the deleted stay for the sake of their calls.';
COMMENT ON COLUMN officers.sort_name IS
    'What lists are sorted by and names are searched in: the same in every database, whatever its collation.';
COMMENT ON COLUMN officers.email_key IS
    'The e-mail address without regard to case, as the application means it; unique among the living.';
COMMENT ON COLUMN officers.token_version IS
    'Counts the events that end all access tokens of the officer; tokens of an older version are void.';
COMMENT ON COLUMN officers.version IS 'Counts the changes, for optimistic locking.';

CREATE UNIQUE INDEX officers_email_key_of_living ON officers (email_key) WHERE deleted_at IS NULL;
CREATE INDEX officers_by_name ON officers (sort_name, id) WHERE deleted_at IS NULL;

CREATE TRIGGER note_region BEFORE INSERT OR UPDATE OF region ON officers
    FOR EACH ROW EXECUTE FUNCTION note_region();

CREATE TABLE clients (
    id          uuid PRIMARY KEY,
    name        text                NOT NULL,
    sort_name   text COLLATE "C"    NOT NULL
        GENERATED ALWAYS AS (casefold(name COLLATE pg_unicode_fast)) STORED,
    company     text,
    phone       text COLLATE "C",
    email       text,
    address     text,
    region      text COLLATE "C"    NOT NULL REFERENCES regions,
    status      text                NOT NULL CHECK (status IN ('LEAD', 'ACTIVE', 'INACTIVE', 'CONVERTED')),
    owner_id    uuid REFERENCES officers,
    search_text text COLLATE "C"    NOT NULL
        GENERATED ALWAYS AS (
            casefold((name || E'\n' || coalesce(company, '')) COLLATE pg_unicode_fast)) STORED,
    created_at  timestamptz         NOT NULL,
    updated_at  timestamptz         NOT NULL,
    deleted_at  timestamptz,
    version     bigint              NOT NULL DEFAULT 0
);
COMMENT ON TABLE clients IS
    'People and companies whom officers talk to; the deleted stay for the sake of their calls.';
COMMENT ON COLUMN clients.sort_name IS 'As officers.sort_name.';
COMMENT ON COLUMN clients.phone IS 'In E.164 form: a plus sign and digits, nothing else.';
COMMENT ON COLUMN clients.search_text IS
    'Name and company, each on its own line (neither can hold one), without regard to case.';
COMMENT ON COLUMN clients.version IS 'Counts the changes, for optimistic locking.';

CREATE INDEX clients_by_name ON clients (sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX clients_by_region ON clients (region, sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX clients_by_owner ON clients (owner_id, sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX clients_by_text ON clients USING gin (search_text gin_trgm_ops, phone gin_trgm_ops)
    WHERE deleted_at IS NULL;

CREATE TRIGGER note_region BEFORE INSERT OR UPDATE OF region ON clients
    FOR EACH ROW EXECUTE FUNCTION note_region();
