-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Rows that have a region store its key from now on. A region can then be renamed or moved without writing them.

DROP TRIGGER note_region ON officers;
DROP TRIGGER note_region ON clients;
DROP FUNCTION note_region();
ALTER TABLE officers DROP CONSTRAINT officers_region_fkey;
ALTER TABLE clients DROP CONSTRAINT clients_region_fkey;

ALTER TABLE regions DROP CONSTRAINT regions_pkey;
ALTER TABLE regions
    ADD COLUMN id         uuid PRIMARY KEY DEFAULT uuidv7(),
    ADD COLUMN key        integer GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
    ADD COLUMN deleted_at timestamptz,
    ADD COLUMN version    bigint      NOT NULL DEFAULT 0,
    ADD CONSTRAINT regions_key UNIQUE (key);
CREATE UNIQUE INDEX regions_path_of_living ON regions (path) WHERE deleted_at IS NULL;
CREATE INDEX regions_by_path ON regions (path);
COMMENT ON TABLE regions IS
    'The regions of the organisation. Deleted regions stay, because calls and the audit trail refer to them. A subtree '
    'is path = ''X'' OR (path >= ''X/'' AND path < ''X0''). ''0'' is the character after ''/''.';
COMMENT ON COLUMN regions.path IS
    'Segments joined by ''/''. The empty string is the root of the tree. Unique among regions that are not deleted.';
COMMENT ON COLUMN regions.id IS 'Identifies the region in the API.';
COMMENT ON COLUMN regions.key IS 'Identifies the region in other tables and in access tokens. Never changes.';
COMMENT ON COLUMN regions.version IS 'Number of changes, for optimistic locking.';

-- Calls and the audit trail had no foreign keys, so their regions may be missing.
INSERT INTO regions (path)
SELECT region FROM (
    SELECT '' COLLATE "C" AS region
    UNION SELECT 'unassigned'
    UNION SELECT region FROM calls
    UNION SELECT region FROM officer_days
    UNION SELECT region FROM audit_log WHERE region IS NOT NULL) used
ORDER BY region
ON CONFLICT (path) WHERE deleted_at IS NULL DO NOTHING;
INSERT INTO regions (path)
SELECT DISTINCT array_to_string((string_to_array(path, '/'))[:depth], '/')
FROM regions, generate_series(1, cardinality(string_to_array(path, '/')) - 1) depth
ORDER BY 1
ON CONFLICT (path) WHERE deleted_at IS NULL DO NOTHING;
ANALYZE regions;

-- Functions with an SQL body depend on the columns that they name. All functions that name a region are created again.
CREATE TEMPORARY TABLE changed_functions ON COMMIT DROP AS
SELECT place, pg_proc.oid, oid::regprocedure::text AS signature, proowner, proacl,
       pg_get_functiondef(oid) AS definition, obj_description(oid, 'pg_proc') AS comment
FROM unnest(ARRAY [
    'counted_officer_day(date)',
    'count_officer_day(date)',
    'officer_day_differences(date)',
    'rebuild_officer_day(date)',
    'roll_up_inserted_calls()',
    'roll_up_updated_calls()',
    'roll_up_deleted_calls()',
    'erase_personal_audit_values(text, uuid, uuid, timestamptz, integer, uuid[])'])
    WITH ORDINALITY AS function (name, place)
JOIN pg_proc ON oid = name::regprocedure;

DROP FUNCTION rebuild_officer_day(date);
DROP FUNCTION officer_day_differences(date);
DROP FUNCTION count_officer_day(date);
DROP FUNCTION counted_officer_day(date);

DO
$$
DECLARE
    -- A look-up in a constant takes a tenth of the time of a query for each row.
    keys     CONSTANT jsonb := (SELECT jsonb_object_agg(path, key) FROM regions);
    relation text;
BEGIN
    FOREACH relation IN ARRAY ARRAY ['officers', 'clients', 'calls', 'officer_days', 'audit_log']
    LOOP
        EXECUTE format(
            'ALTER TABLE %I ALTER COLUMN region TYPE integer USING (%L::jsonb ->> region)::integer', relation, keys);
        EXECUTE format('ALTER TABLE %I RENAME COLUMN region TO region_key', relation);
    END LOOP;
END
$$;

ALTER TABLE officers
    ADD FOREIGN KEY (region_key) REFERENCES regions (key),
    ADD COLUMN leads integer[] NOT NULL DEFAULT '{}';
ALTER TABLE clients ADD FOREIGN KEY (region_key) REFERENCES regions (key);
CREATE INDEX officers_by_region ON officers (region_key) WHERE deleted_at IS NULL;
COMMENT ON COLUMN officers.leads IS
    'The keys of the regions that a manager leads, in the order given; empty if only their own.';
COMMENT ON COLUMN calls.region_key IS
    'The region of the officer when the call was logged. It stays when the officer moves; only calls from the region '
    '''unassigned'' go with the officer to the first other one. There is no foreign key: the key is copied from the '
    'officer, and checking it would lock the same row of regions in all concurrent inserts.';
COMMENT ON COLUMN audit_log.region_key IS
    'The region of the subject before the change; null if it has none. Managers see the lines of their territory.';

DO
$$
DECLARE
    changed changed_functions;
    granted record;
BEGIN
    FOR changed IN SELECT * FROM changed_functions ORDER BY place
    LOOP
        EXECUTE regexp_replace(
            regexp_replace(changed.definition, '\mregion text\M', 'region_key integer', 'g'),
            '\mregion\M', 'region_key', 'g');
        IF changed.comment IS NOT NULL THEN
            EXECUTE format('COMMENT ON FUNCTION %s IS %L', changed.signature, changed.comment);
        END IF;
        IF changed.proacl IS NOT NULL THEN
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', changed.signature);
        END IF;
        FOR granted IN SELECT * FROM aclexplode(changed.proacl) WHERE grantee <> changed.proowner
        LOOP
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', changed.signature,
                CASE WHEN granted.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(granted.grantee)) END);
        END LOOP;
    END LOOP;
END
$$;

-- Any officer could make up regions, so those without an officer or a client, also below them, are deleted.
UPDATE regions
SET deleted_at = created_at
WHERE path NOT IN ('', 'unassigned')
  AND NOT EXISTS (
      SELECT FROM regions used
      WHERE (used.path = regions.path OR starts_with(used.path, regions.path || '/'))
        AND used.key IN (
            SELECT region_key FROM officers WHERE deleted_at IS NULL
            UNION SELECT region_key FROM clients WHERE deleted_at IS NULL));

CREATE TABLE region_tree (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint NOT NULL
);
COMMENT ON TABLE region_tree IS
    'One row. Whoever changes regions locks it, so that such changes follow one another.';
COMMENT ON COLUMN region_tree.version IS
    'Number of statements that changed regions. Set by a trigger. Nodes read regions again when it changes.';
INSERT INTO region_tree (version) VALUES (0);

CREATE FUNCTION count_region_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    UPDATE region_tree SET version = version + 1;
    RETURN NULL;
END
$$;

CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE ON regions
    FOR EACH STATEMENT EXECUTE FUNCTION count_region_change();

-- A changed type leaves a column without statistics.
ANALYZE officers, clients, calls, officer_days, audit_log;
