-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

ALTER TABLE clients ADD COLUMN call_every integer CHECK (call_every BETWEEN 1 AND 3650);
COMMENT ON COLUMN clients.call_every IS 'The number of days within which the client is to be called again.';
CREATE INDEX clients_to_call ON clients (owner_id, region_key) WHERE call_every IS NOT NULL AND deleted_at IS NULL;

-- Each client has a row in client_totals, so that a list of clients in the order of their last calls also has those
-- without calls.
CREATE FUNCTION add_client_totals() RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
BEGIN
    INSERT INTO client_totals (client_id, calls, connected, seconds, talk_seconds)
    SELECT id, 0, 0, 0, 0 FROM added ORDER BY id
    ON CONFLICT (client_id) DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION add_client_totals IS 'Adds a row with zeros for each new client.';
REVOKE EXECUTE ON FUNCTION add_client_totals() FROM PUBLIC;

CREATE TRIGGER add_totals AFTER INSERT ON clients REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION add_client_totals();

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
        PERFORM lock_figures();
        RETURN QUERY SELECT * FROM client_total_differences(wrong);
        DELETE FROM client_totals WHERE client_id = ANY (wrong);
        PERFORM count_client_totals(wrong);
    END IF;
    INSERT INTO client_totals (client_id, calls, connected, seconds, talk_seconds)
    SELECT id, 0, 0, 0, 0 FROM clients WHERE NOT EXISTS (SELECT FROM client_totals WHERE client_id = id)
    ON CONFLICT (client_id) DO NOTHING;
END
$$;

INSERT INTO client_totals (client_id, calls, connected, seconds, talk_seconds)
SELECT id, 0, 0, 0, 0 FROM clients
ON CONFLICT (client_id) DO NOTHING;

-- Changes of calls with a client wait until this migration ends.
CREATE INDEX client_totals_by_last_call
    ON client_totals (coalesce(last_call_at, timestamptz '-infinity'), client_id);
COMMENT ON TABLE client_totals IS
    'Number and duration of all calls with a client: a row for each client, also without calls. The triggers of calls '
    'update it after officer_days. No foreign key: the calls have it.';
ANALYZE client_totals;
