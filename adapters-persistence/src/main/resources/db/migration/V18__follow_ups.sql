-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

CREATE TABLE follow_ups (
    id                uuid PRIMARY KEY,
    client_id         uuid        NOT NULL REFERENCES clients,
    officer_id        uuid        NOT NULL REFERENCES officers,
    region_key        integer     NOT NULL,
    client_region_key integer     NOT NULL,
    client_owner_id   uuid,
    due_at            timestamptz NOT NULL,
    note              text,
    state             text        NOT NULL CHECK (state IN ('OPEN', 'DONE', 'CANCELLED')),
    from_call_id      uuid,
    done_by_call_id   uuid,
    done_at           timestamptz,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    deleted_at        timestamptz,
    fingerprint       bytea CHECK (octet_length(fingerprint) = 32),
    version           bigint      NOT NULL DEFAULT 0,
    changed_in        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CHECK ((state = 'DONE') = (done_at IS NOT NULL))
);
COMMENT ON TABLE follow_ups IS 'Promises to call a client again.';
COMMENT ON COLUMN follow_ups.officer_id IS 'The officer who owes the call.';
COMMENT ON COLUMN follow_ups.region_key IS
    'The region of the officer. Set by triggers, as client_region_key and client_owner_id: lists and the feed of changes '
    'find what an actor sees without a join.';
COMMENT ON COLUMN follow_ups.client_owner_id IS 'The owner of the client.';
COMMENT ON COLUMN follow_ups.from_call_id IS
    'The call that it was made with. No foreign key, as for done_by_call_id: months of calls are dropped.';
COMMENT ON COLUMN follow_ups.done_at IS 'The start of the call that completed it.';
COMMENT ON COLUMN follow_ups.fingerprint IS
    'SHA-256 of the request that made it, if the client made the id. Tells a repeated request from another one.';
COMMENT ON COLUMN follow_ups.version IS 'Number of changes, for optimistic locking.';
COMMENT ON COLUMN follow_ups.changed_in IS 'The last transaction that changed the row. Set by triggers.';

-- The state comes before the time, because many that are done are due before those that are open.
CREATE INDEX follow_ups_by_due_time ON follow_ups (state, due_at, id) WHERE deleted_at IS NULL;
CREATE INDEX follow_ups_by_officer ON follow_ups (officer_id, state, due_at, id);
CREATE INDEX follow_ups_by_client ON follow_ups (client_id, due_at, id);
CREATE INDEX follow_ups_by_region ON follow_ups (region_key, state, due_at, id) WHERE deleted_at IS NULL;
CREATE INDEX follow_ups_by_client_region ON follow_ups (client_region_key, state, due_at, id) WHERE deleted_at IS NULL;
CREATE INDEX follow_ups_by_client_owner ON follow_ups (client_owner_id, state, due_at, id) WHERE deleted_at IS NULL;
CREATE INDEX follow_ups_by_call ON follow_ups (from_call_id) WHERE from_call_id IS NOT NULL;
CREATE INDEX follow_ups_by_completing_call ON follow_ups (done_by_call_id) WHERE done_by_call_id IS NOT NULL;

CREATE FUNCTION place_follow_up() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    -- The locks make a move of the officer or the client wait, so that it takes the follow-up along.
    IF NEW.officer_id IS DISTINCT FROM OLD.officer_id THEN
        SELECT region_key INTO NEW.region_key FROM officers WHERE id = NEW.officer_id FOR SHARE;
    END IF;
    IF NEW.client_id IS DISTINCT FROM OLD.client_id THEN
        -- Rows that are restored from a dump come with the number of an earlier transaction.
        SELECT region_key, owner_id INTO NEW.client_region_key, NEW.client_owner_id
        FROM clients
        WHERE id = NEW.client_id
          AND (TG_OP = 'UPDATE' OR deleted_at IS NULL OR NEW.changed_in <> pg_current_xact_id())
        FOR SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'the client % was deleted or merged at the same time', NEW.client_id
                USING ERRCODE = 'serialization_failure';
        END IF;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION place_follow_up IS
    'Sets the regions and the owner of the client. A new follow-up of a client that was deleted is refused with '
    'serialization_failure: a repeated transaction sees the deletion, or the client that remains after a merge.';
-- By its name, it fires before note_insert, which changes changed_in.
CREATE TRIGGER locate BEFORE INSERT OR UPDATE OF officer_id, client_id ON follow_ups
    FOR EACH ROW EXECUTE FUNCTION place_follow_up();

CREATE FUNCTION move_follow_ups() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    -- Each table has its own statement, because the tables have different columns.
    IF TG_ARGV[0] = 'officers' THEN
        UPDATE follow_ups SET region_key = NEW.region_key
        WHERE id = ANY (ARRAY (
            SELECT id FROM follow_ups WHERE officer_id = NEW.id ORDER BY id FOR NO KEY UPDATE));
    ELSE
        UPDATE follow_ups SET client_region_key = NEW.region_key, client_owner_id = NEW.owner_id
        WHERE id = ANY (ARRAY (
            SELECT id FROM follow_ups WHERE client_id = NEW.id ORDER BY id FOR NO KEY UPDATE));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION move_follow_ups IS
    'Takes the follow-ups of an officer or a client along, locked in the order of their ids. Their versions stay.';
CREATE TRIGGER move_follow_ups AFTER UPDATE OF region_key ON officers
    FOR EACH ROW WHEN (OLD.region_key IS DISTINCT FROM NEW.region_key)
    EXECUTE FUNCTION move_follow_ups('officers');
CREATE TRIGGER move_follow_ups AFTER UPDATE OF region_key, owner_id ON clients
    FOR EACH ROW WHEN ((OLD.region_key, OLD.owner_id) IS DISTINCT FROM (NEW.region_key, NEW.owner_id))
    EXECUTE FUNCTION move_follow_ups('clients');

-- The feed of changes: see V12.

ALTER TABLE departures
    DROP CONSTRAINT departures_kind_check,
    ADD CONSTRAINT departures_kind_check CHECK (kind BETWEEN 0 AND 4) NOT VALID; -- V19 reads the rows
COMMENT ON COLUMN departures.kind IS 'The table: 0 is regions, 1 officers, 2 clients, 3 calls and 4 follow_ups.';

CREATE OR REPLACE FUNCTION note_departure() RETURNS trigger
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
    ELSIF TG_ARGV[0] = 'follow_ups' THEN -- seen by the officer or by the client
        INSERT INTO departures (kind, id, region_key, owner_id)
        VALUES (4, OLD.id, OLD.region_key, OLD.officer_id), (4, OLD.id, OLD.client_region_key, OLD.client_owner_id);
    ELSE
        INSERT INTO departures (kind, id, region_key, owner_id) VALUES (3, OLD.id, OLD.region_key, OLD.officer_id);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER note_insert BEFORE INSERT ON follow_ups
    FOR EACH ROW WHEN (NEW.changed_in IS DISTINCT FROM pg_current_xact_id()) EXECUTE FUNCTION note_change();
CREATE TRIGGER note_change BEFORE UPDATE ON follow_ups FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER note_departure AFTER UPDATE ON follow_ups
    FOR EACH ROW
    WHEN ((OLD.id, OLD.region_key, OLD.officer_id, OLD.client_region_key, OLD.client_owner_id)
        IS DISTINCT FROM (NEW.id, NEW.region_key, NEW.officer_id, NEW.client_region_key, NEW.client_owner_id))
    EXECUTE FUNCTION note_departure('follow_ups');
CREATE TRIGGER note_deletion AFTER DELETE ON follow_ups
    FOR EACH ROW EXECUTE FUNCTION note_departure('follow_ups');

CREATE INDEX follow_ups_by_change ON follow_ups (changed_in, id);

-- Both functions treat one more table.
DO
$$
DECLARE
    definition text := pg_get_functiondef('number_changes()'::regprocedure);
    changed    text := replace(definition, '''clients'', ''calls''', '''clients'', ''calls'', ''follow_ups''');
BEGIN
    IF changed = definition THEN
        RAISE EXCEPTION 'number_changes() has changed';
    END IF;
    EXECUTE changed;
    definition := pg_get_functiondef('index_changes()'::regprocedure);
    changed := replace(definition, '    CREATE INDEX calls_by_change ',
        E'    CREATE INDEX follow_ups_by_change ON follow_ups (changed_in, id);\n    CREATE INDEX calls_by_change ');
    IF changed = definition THEN
        RAISE EXCEPTION 'index_changes() has changed';
    END IF;
    EXECUTE changed;
END
$$;

ALTER TABLE imports
    DROP CONSTRAINT imports_kind_check,
    ADD CONSTRAINT imports_kind_check CHECK (kind IN ('calls', 'clients', 'officers', 'follow-ups'));

-- Roles may do with follow-ups what they may do with clients. So nodes with few rights work right after this migration.
DO
$$
DECLARE
    granted record;
BEGIN
    FOR granted IN
        SELECT privilege_type,
               CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS grantee
        FROM pg_class, aclexplode(relacl)
        WHERE pg_class.oid = 'clients'::regclass AND grantee <> relowner
    LOOP
        EXECUTE format('GRANT %s ON follow_ups TO %s', granted.privilege_type, granted.grantee);
    END LOOP;
END
$$;
