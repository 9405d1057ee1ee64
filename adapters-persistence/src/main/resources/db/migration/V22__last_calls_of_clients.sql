-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

ALTER TABLE clients ADD COLUMN call_every integer CHECK (call_every BETWEEN 1 AND 3650);
COMMENT ON COLUMN clients.call_every IS 'The number of days within which the client is to be called again.';
CREATE INDEX clients_to_call ON clients (owner_id, region_key) WHERE call_every IS NOT NULL AND deleted_at IS NULL;

-- Each client has a row in client_totals, so that a list of clients in the order of their last calls also has those
-- without calls. Its region is there too, so that the list of a region reads little more than its page.
ALTER TABLE client_totals ADD COLUMN region_key integer;
COMMENT ON COLUMN client_totals.region_key IS
    'The region of the client, which triggers of clients copy. Null if calls were added while these were disabled.';

CREATE FUNCTION add_client_totals() RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
BEGIN
    INSERT INTO client_totals (client_id, region_key, calls, connected, seconds, talk_seconds)
    SELECT id, region_key, 0, 0, 0, 0 FROM added ORDER BY id
    ON CONFLICT (client_id) DO UPDATE SET region_key = excluded.region_key;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION add_client_totals IS 'Adds a row with zeros for each new client.';
REVOKE EXECUTE ON FUNCTION add_client_totals() FROM PUBLIC;

CREATE FUNCTION move_client_totals() RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
BEGIN
    UPDATE client_totals SET region_key = NEW.region_key WHERE client_id = NEW.id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION move_client_totals IS 'Takes the totals of a client along to another region.';
REVOKE EXECUTE ON FUNCTION move_client_totals() FROM PUBLIC;

CREATE TRIGGER add_totals AFTER INSERT ON clients REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION add_client_totals();
-- By its name, it fires after move_follow_ups. Calls lock in the same order: follow-ups, and then totals.
CREATE TRIGGER move_totals AFTER UPDATE OF region_key ON clients
    FOR EACH ROW WHEN (OLD.region_key IS DISTINCT FROM NEW.region_key) EXECUTE FUNCTION move_client_totals();

CREATE OR REPLACE FUNCTION client_total_differences(clients uuid[] DEFAULT NULL)
    RETURNS TABLE (client_id uuid, figure text, kept bigint, counted bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
BEGIN ATOMIC
    SELECT client_id, figure.name, figure.kept, figure.counted
    FROM (SELECT * FROM client_totals WHERE clients IS NULL OR client_id = ANY (clients)) kept
    FULL JOIN counted_client_totals(clients) counted USING (client_id)
    JOIN clients client ON client.id = client_id
    CROSS JOIN LATERAL (VALUES
        ('calls', coalesce(kept.calls, 0), coalesce(counted.calls, 0)),
        ('connected', coalesce(kept.connected, 0), coalesce(counted.connected, 0)),
        ('seconds', coalesce(kept.seconds, 0), coalesce(counted.seconds, 0)),
        ('talkSeconds', coalesce(kept.talk_seconds, 0), coalesce(counted.talk_seconds, 0)),
        ('lastCallAt', extract(epoch FROM kept.last_call_at)::bigint,
                       extract(epoch FROM counted.last_call_at)::bigint),
        ('regionKey', kept.region_key::bigint, client.region_key::bigint)) figure (name, kept, counted)
    WHERE figure.kept IS DISTINCT FROM figure.counted
    ORDER BY 1, 2;
END;
COMMENT ON FUNCTION client_total_differences IS
    'The totals of clients (null for all) that differ from their calls, and the regions that differ from those of the '
    'clients, at one moment. lastCallAt is in seconds of the Unix epoch.';

CREATE OR REPLACE FUNCTION rebuild_client_totals()
    RETURNS TABLE (client_id uuid, figure text, kept bigint, counted bigint)
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
#variable_conflict use_column
DECLARE
    wrong uuid[];
BEGIN
    -- Most clients agree. They are compared without the lock, so that nobody waits.
    SELECT array_agg(DISTINCT client_id) INTO wrong FROM client_total_differences();
    IF wrong IS NOT NULL THEN
        -- Clients cannot move to another region while they have no row.
        PERFORM FROM clients WHERE id = ANY (wrong) ORDER BY id FOR SHARE;
        PERFORM lock_figures();
        RETURN QUERY SELECT * FROM client_total_differences(wrong);
        DELETE FROM client_totals WHERE client_id = ANY (wrong);
        PERFORM count_client_totals(wrong);
    END IF;
    INSERT INTO client_totals (client_id, region_key, calls, connected, seconds, talk_seconds)
    SELECT id, region_key, 0, 0, 0, 0 FROM clients
    WHERE id = ANY (wrong) OR NOT EXISTS (SELECT FROM client_totals WHERE client_id = id)
    ON CONFLICT (client_id) DO UPDATE SET region_key = excluded.region_key;
END
$$;
COMMENT ON FUNCTION rebuild_client_totals IS
    'Counts the totals of clients again and returns those that were wrong. If there are any, changes of calls and of '
    'these clients wait until the transaction ends.';

INSERT INTO client_totals (client_id, region_key, calls, connected, seconds, talk_seconds)
SELECT id, region_key, 0, 0, 0, 0 FROM clients
ON CONFLICT (client_id) DO UPDATE SET region_key = excluded.region_key;

CREATE INDEX client_totals_by_last_call
    ON client_totals (coalesce(last_call_at, timestamptz '-infinity'), client_id);
CREATE INDEX client_totals_by_region_and_last_call
    ON client_totals (region_key, coalesce(last_call_at, timestamptz '-infinity'), client_id);
COMMENT ON TABLE client_totals IS
    'Number and duration of all calls with a client: a row for each client, also without calls. The triggers of calls '
    'update it after officer_days. No foreign key: the calls have it.';
ANALYZE client_totals;
