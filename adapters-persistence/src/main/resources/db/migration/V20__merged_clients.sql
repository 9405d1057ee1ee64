-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

ALTER TABLE clients ADD COLUMN merged_into uuid REFERENCES clients;
COMMENT ON COLUMN clients.merged_into IS
    'The client that this one, which is deleted, was merged into. That one was not merged itself. Calls may have the id of '
    'this one until a job has moved them; calls of months that were exported and dropped keep it.';
CREATE INDEX clients_by_merged_into ON clients (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX clients_by_external_id_of_merged ON clients (external_id) WHERE merged_into IS NOT NULL;
CREATE INDEX clients_by_email_of_merged ON clients (lower(email)) WHERE merged_into IS NOT NULL;

CREATE FUNCTION fold_words(typed text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT string_agg(search_fold(word), ' ') FROM regexp_split_to_table(typed, '[\s,;/&()]+') word);
COMMENT ON FUNCTION fold_words IS 'The words of a name, each as search_fold returns it.';

-- Stored, because folding takes ten times as long as comparing. Writes the table anew.
ALTER TABLE clients ADD COLUMN name_words text COLLATE "C" GENERATED ALWAYS AS (fold_words(name)) STORED;

-- An administrator may have installed the extension in any schema, so its operators are named with the schema.
DO
$make$
DECLARE
    trigrams text;
BEGIN
    SELECT quote_ident(nspname) INTO trigrams
    FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'pg_trgm';
    EXECUTE format(
        'CREATE INDEX clients_by_name_words ON clients USING gin (name_words %s.gin_trgm_ops) '
        'WHERE deleted_at IS NULL', trigrams);
    -- The setting decides how much of the index is read. A name without letters has no trigrams, which would read all.
    EXECUTE format($sql$
        CREATE FUNCTION clients_named_like(named text, of_company text) RETURNS SETOF uuid
            LANGUAGE sql STABLE ROWS 10 SET pg_trgm.similarity_threshold = 0.5
        BEGIN ATOMIC
            SELECT id FROM clients
            WHERE name_words OPERATOR(%1$s.%%) fold_words(named) AND deleted_at IS NULL
              AND cardinality(%1$s.show_trgm(fold_words(named))) > 0
              AND (of_company IS NULL OR company IS NULL
                   OR %1$s.similarity(fold_words(company), fold_words(of_company)) >= 0.3);
        END
        $sql$, trigrams);
END
$make$;
COMMENT ON FUNCTION clients_named_like IS
    'The clients whose name is nearly the same, and whose company is similar, unless one of them has none.';

-- The totals of a client have those of the clients that were merged into it, whichever of the ids the calls have. So they do
-- not change while calls move from one id to the other.
CREATE FUNCTION last_call_with(client uuid) RETURNS timestamptz
    LANGUAGE sql STABLE
    RETURN (
        SELECT max(greatest(
            (SELECT started_at FROM calls
             WHERE client_id = same.id AND deleted_at IS NULL ORDER BY started_at DESC, id DESC LIMIT 1),
            (SELECT last_call_at FROM past_client_totals WHERE client_id = same.id)))
        FROM (SELECT client AS id UNION ALL SELECT id FROM clients WHERE merged_into = client) same);
COMMENT ON FUNCTION last_call_with IS 'The latest start of a call with a client, or with one that was merged into it.';

DO
$$
DECLARE
    latest CONSTANT text := 'greatest\(\(SELECT started_at FROM calls\s+WHERE client_id = gone\.client_id AND deleted_at IS NULL\s+'
        'ORDER BY started_at DESC, id DESC LIMIT 1\), '
        '\(SELECT last_call_at FROM past_client_totals WHERE client_id = gone\.client_id\)\)';
    calls_of CONSTANT text := 'FROM %s WHERE deleted_at IS NULL AND client_id IS NOT NULL';
    name       text;
    relation   text;
    definition text;
    changed    text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['roll_up_inserted_calls()', 'roll_up_updated_calls()', 'roll_up_deleted_calls()']
    LOOP
        definition := pg_get_functiondef(name::regprocedure);
        changed := definition;
        FOREACH relation IN ARRAY ARRAY ['added', 'removed']
        LOOP
            changed := replace(changed, format(calls_of, relation), format(
                'FROM (SELECT coalesce(m.merged_into, c.client_id) AS client_id, c.outcome, c.duration_seconds, '
                'c.started_at, c.deleted_at FROM %1$I c '
                'LEFT JOIN clients m ON m.id = c.client_id AND m.merged_into IS NOT NULL) ', relation)
                || substr(format(calls_of, relation), length('FROM ') + 1));
        END LOOP;
        IF changed = definition THEN
            RAISE EXCEPTION '% has changed', name;
        END IF;
        IF name <> 'roll_up_inserted_calls()' THEN
            definition := changed;
            changed := regexp_replace(definition, latest, 'last_call_with(gone.client_id)', 'g');
            IF changed = definition THEN
                RAISE EXCEPTION '% has changed', name;
            END IF;
        END IF;
        EXECUTE changed;
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION counted_client_totals(clients uuid[])
    RETURNS TABLE (client_id uuid, calls bigint, connected bigint, seconds bigint, talk_seconds bigint,
                   last_call_at timestamptz)
    LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT coalesce(merged.merged_into, counted.client_id) AS remaining, sum(counted.calls)::bigint,
           sum(counted.connected)::bigint, sum(counted.seconds)::bigint, sum(counted.talk_seconds)::bigint,
           max(counted.last_call_at)
    FROM (SELECT client_id, 1 AS calls, (outcome IN ('SUCCESSFUL', 'FOLLOW_UP'))::integer AS connected,
                 duration_seconds AS seconds,
                 (outcome IN ('SUCCESSFUL', 'FOLLOW_UP'))::integer * duration_seconds AS talk_seconds,
                 started_at AS last_call_at
          FROM calls
          WHERE deleted_at IS NULL AND client_id IS NOT NULL
            AND (clients IS NULL OR client_id = ANY (clients)
                 OR client_id = ANY (ARRAY (SELECT c.id FROM clients c WHERE c.merged_into = ANY (clients))))
          UNION ALL
          SELECT client_id, calls, connected, seconds, talk_seconds, last_call_at
          FROM past_client_totals
          WHERE clients IS NULL OR client_id = ANY (clients)
             OR client_id = ANY (ARRAY (SELECT c.id FROM clients c WHERE c.merged_into = ANY (clients)))) counted
    LEFT JOIN clients merged ON merged.id = counted.client_id AND merged.merged_into IS NOT NULL
    WHERE clients IS NULL OR coalesce(merged.merged_into, counted.client_id) = ANY (clients)
    GROUP BY 1;
END;

CREATE FUNCTION take_merged_totals(merged uuid) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
DECLARE
    remaining uuid := (SELECT merged_into FROM clients WHERE id = merged);
BEGIN
    -- In the order in which others lock them.
    PERFORM FROM client_totals WHERE client_id IN (merged, remaining) ORDER BY client_id FOR NO KEY UPDATE;
    INSERT INTO client_totals AS kept (client_id, calls, connected, seconds, talk_seconds, last_call_at)
    SELECT remaining, calls, connected, seconds, talk_seconds, last_call_at
    FROM client_totals
    WHERE client_id = merged AND remaining IS NOT NULL
    ON CONFLICT (client_id) DO UPDATE SET calls = kept.calls + excluded.calls,
        connected = kept.connected + excluded.connected, seconds = kept.seconds + excluded.seconds,
        talk_seconds = kept.talk_seconds + excluded.talk_seconds,
        last_call_at = greatest(kept.last_call_at, excluded.last_call_at);
    UPDATE client_totals SET calls = 0, connected = 0, seconds = 0, talk_seconds = 0, last_call_at = NULL
    WHERE client_id = merged AND remaining IS NOT NULL;
END
$$;
COMMENT ON FUNCTION take_merged_totals IS
    'Adds the totals of a merged client to those of the client that it was merged into. Does no harm if it is called again.';

-- It runs with the rights of its owner. Roles that change clients also merge them. So nodes with few rights work right after
-- this migration.
REVOKE EXECUTE ON FUNCTION take_merged_totals(uuid) FROM PUBLIC;
DO
$$
DECLARE
    writer text;
BEGIN
    FOR writer IN
        SELECT CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END
        FROM pg_class, aclexplode(relacl)
        WHERE pg_class.oid = 'clients'::regclass AND privilege_type = 'UPDATE' AND grantee <> relowner
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION take_merged_totals(uuid) TO %s', writer);
    END LOOP;
END
$$;
