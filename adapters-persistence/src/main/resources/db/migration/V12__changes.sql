-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

CREATE FUNCTION note_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    NEW.changed_in := pg_current_xact_id();
    RETURN NEW;
END
$$;

CREATE FUNCTION number_changes() RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
DECLARE
    relation text;
BEGIN
    FOREACH relation IN ARRAY ARRAY ['regions', 'officers', 'clients', 'calls']
    LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS note_insert ON %I', relation); -- its condition needs the column
        EXECUTE format('ALTER TABLE %I DROP COLUMN IF EXISTS changed_in', relation);
        -- All rows get the id of this transaction. They are not written: the default is not volatile.
        EXECUTE format(
            'ALTER TABLE %I ADD COLUMN changed_in xid8 NOT NULL DEFAULT pg_current_xact_id()', relation);
        EXECUTE format(
            'COMMENT ON COLUMN %I.changed_in IS ''The last transaction that changed the row. Set by triggers.''',
            relation);
        -- For an INSERT or COPY that brings the value of an earlier transaction, for example from a backup.
        EXECUTE format(
            'CREATE TRIGGER note_insert BEFORE INSERT ON %I FOR EACH ROW '
            'WHEN (NEW.changed_in IS DISTINCT FROM pg_current_xact_id()) EXECUTE FUNCTION note_change()', relation);
    END LOOP;
END
$$;
COMMENT ON FUNCTION number_changes IS
    'Adds changed_in, or adds it again after rows came from another database without triggers. The indexes are '
    'dropped with the column.';

SELECT number_changes();

CREATE TABLE departures (
    changed_in xid8        NOT NULL DEFAULT pg_current_xact_id(),
    kind       smallint    NOT NULL CHECK (kind BETWEEN 0 AND 3),
    id         uuid        NOT NULL,
    region_key integer     NOT NULL,
    owner_id   uuid,
    path       text COLLATE "C",
    left_at    timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE departures IS
    'The former places of rows that were moved to another region or owner, or deleted from their table. The feed of '
    'changes uses them to tell readers what they do not see any more. Filled by triggers. Deleted after 91 days.';
COMMENT ON COLUMN departures.changed_in IS 'The transaction that moved or deleted the row.';
COMMENT ON COLUMN departures.kind IS 'The table: 0 is regions, 1 officers, 2 clients and 3 calls.';
COMMENT ON COLUMN departures.region_key IS 'The former region; for a region, its own key.';
COMMENT ON COLUMN departures.owner_id IS 'The former owner of a client, the former officer of a call, or the officer.';
COMMENT ON COLUMN departures.path IS 'The former path of a region.';
CREATE INDEX departures_by_change ON departures (changed_in, kind, id);
CREATE INDEX departures_by_time ON departures (left_at);
CREATE INDEX departures_of_regions ON departures (changed_in) WHERE kind = 0;

-- Runs as the owner, so that no other role needs the right to write departures.
CREATE FUNCTION note_departure() RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
BEGIN
    -- Each table has its own statement, because the tables have different columns.
    IF TG_ARGV[0] = 'regions' THEN
        INSERT INTO departures (kind, id, region_key, path) VALUES (0, OLD.id, OLD.key, OLD.path);
    ELSIF TG_ARGV[0] = 'officers' THEN
        INSERT INTO departures (kind, id, region_key, owner_id) VALUES (1, OLD.id, OLD.region_key, OLD.id);
    ELSIF TG_ARGV[0] = 'clients' THEN
        INSERT INTO departures (kind, id, region_key, owner_id) VALUES (2, OLD.id, OLD.region_key, OLD.owner_id);
    ELSE
        INSERT INTO departures (kind, id, region_key, owner_id) VALUES (3, OLD.id, OLD.region_key, OLD.officer_id);
    END IF;
    RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION note_departure() FROM PUBLIC;

DO
$$
DECLARE
    relation text;
    place    text;
BEGIN
    FOR relation, place IN
        VALUES ('regions', 'path'),
               ('officers', 'region_key'),
               ('clients', 'region_key, %1$s.owner_id'),
               ('calls', 'region_key, %1$s.officer_id')
    LOOP
        EXECUTE format(
            'CREATE TRIGGER note_change BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION note_change()', relation);
        EXECUTE format(
            'CREATE TRIGGER note_departure AFTER UPDATE ON %1$I FOR EACH ROW '
            'WHEN ((OLD.id, OLD.%2$s) IS DISTINCT FROM (NEW.id, NEW.%3$s)) '
            'EXECUTE FUNCTION note_departure(%1$L)',
            relation, format(place, 'OLD'), format(place, 'NEW'));
        EXECUTE format(
            'CREATE TRIGGER note_deletion AFTER DELETE ON %1$I FOR EACH ROW EXECUTE FUNCTION note_departure(%1$L)',
            relation);
    END LOOP;
END
$$;

CREATE FUNCTION forget_departures() RETURNS bigint
    LANGUAGE sql
    SECURITY DEFINER
    SET search_path FROM CURRENT
BEGIN ATOMIC
    WITH forgotten AS (
        DELETE FROM departures
        WHERE ctid = ANY (ARRAY (
            SELECT ctid FROM departures WHERE left_at < now() - interval '91 days' ORDER BY left_at LIMIT 10000))
        RETURNING 1)
    SELECT count(*) FROM forgotten;
END;
COMMENT ON FUNCTION forget_departures IS
    'Deletes up to 10,000 departures that are older than 91 days, and returns their number. Cursors expire earlier.';
REVOKE EXECUTE ON FUNCTION forget_departures() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION number_changes() FROM PUBLIC;
