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
    external_id text COLLATE "C",
    search_text text COLLATE "C"    NOT NULL
        GENERATED ALWAYS AS (
            casefold((name || E'\n' || coalesce(company, '')) COLLATE pg_unicode_fast)) STORED,
    created_at  timestamptz         NOT NULL,
    updated_at  timestamptz         NOT NULL,
    deleted_at  timestamptz,
    version     bigint              NOT NULL DEFAULT 0
);
COMMENT ON TABLE clients IS
    'People and companies that officers talk to. Deleted clients stay, because calls refer to them.';
COMMENT ON COLUMN clients.sort_name IS 'See officers.sort_name.';
COMMENT ON COLUMN clients.phone IS 'In E.164 form: a plus sign and digits.';
COMMENT ON COLUMN clients.external_id IS 'The id of the client in another system.';
COMMENT ON COLUMN clients.search_text IS
    'Name and company without regard to case, separated by a line feed, which neither of them can contain.';
COMMENT ON COLUMN clients.version IS 'Number of changes, for optimistic locking.';

CREATE INDEX clients_by_name ON clients (sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX clients_by_region ON clients (region, sort_name, id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX clients_external_id_of_living ON clients (external_id)
    WHERE deleted_at IS NULL AND external_id IS NOT NULL;
CREATE INDEX clients_by_owner ON clients (owner_id, sort_name, id) WHERE deleted_at IS NULL;

CREATE TRIGGER note_region BEFORE INSERT OR UPDATE OF region ON clients
    FOR EACH ROW EXECUTE FUNCTION note_region();

-- Trigrams find part of a name, a company or a phone number without reading the whole table. An administrator may
-- have installed the extension in any schema, so the operator class is named with its schema.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO
$$
BEGIN
    EXECUTE (
        SELECT format(
            'CREATE INDEX clients_by_text ON clients '
            'USING gin (search_text %1$I.gin_trgm_ops, phone %1$I.gin_trgm_ops) WHERE deleted_at IS NULL', nspname)
        FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
        WHERE extname = 'pg_trgm');
END
$$;
