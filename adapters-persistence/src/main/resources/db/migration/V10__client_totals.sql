-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Changes of calls wait until this migration ends. A trigger that was running would not count its calls for the client.
LOCK TABLE calls IN SHARE ROW EXCLUSIVE MODE;

CREATE TABLE client_totals (
    client_id    uuid PRIMARY KEY,
    calls        bigint NOT NULL,
    connected    bigint NOT NULL,
    seconds      bigint NOT NULL,
    talk_seconds bigint NOT NULL,
    last_call_at timestamptz
) WITH (fillfactor = 70);

COMMENT ON TABLE client_totals IS
    'Number and duration of all calls with a client. The triggers of calls update it after officer_days. No foreign key: '
    'the calls have it. A row stays, with zeros, when all its calls are deleted.';
COMMENT ON COLUMN client_totals.connected IS 'Number of calls in which officer and client spoke to each other.';
COMMENT ON COLUMN client_totals.talk_seconds IS 'The duration of connected calls.';
COMMENT ON COLUMN client_totals.last_call_at IS 'The latest start of a call; null without calls.';

-- PostgreSQL does not expand strict functions in a query if their body is not strict as well. Both return null for null.
CREATE OR REPLACE FUNCTION start_of_day(day date, zone text) RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN least(
        day::timestamp AT TIME ZONE zone,
        ((day - interval '1 microsecond') AT TIME ZONE zone) + interval '1 microsecond');
CREATE OR REPLACE FUNCTION reporting_day(moment timestamptz, zone text) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (moment AT TIME ZONE zone)::date
        - (moment < start_of_day((moment AT TIME ZONE zone)::date, zone))::integer;

DO
$make$
DECLARE
    -- Each call of a client as the amount that it adds to the totals, or takes from them.
    counted CONSTANT text :=
        'SELECT client_id, %2$s AS calls, %2$s * (outcome IN (''SUCCESSFUL'', ''FOLLOW_UP''))::integer AS connected, '
        '%2$s * duration_seconds AS seconds, '
        '%2$s * (outcome IN (''SUCCESSFUL'', ''FOLLOW_UP''))::integer * duration_seconds AS talk_seconds, '
        'started_at FROM %1$s WHERE deleted_at IS NULL AND client_id IS NOT NULL';
    added   CONSTANT text := format(counted, 'added', '1');
    removed CONSTANT text := format(counted, 'removed', '-1');
    sums    CONSTANT text :=
        'SELECT client_id, sum(calls)::bigint AS calls, sum(connected)::bigint AS connected, '
        'sum(seconds)::bigint AS seconds, sum(talk_seconds)::bigint AS talk_seconds, %2$s AS last_call_at '
        'FROM (%1$s) counted GROUP BY 1';
    latest  CONSTANT text := 'max(started_at) FILTER (WHERE calls > 0)';
    former  CONSTANT text := 'max(started_at) FILTER (WHERE calls < 0)';
    keep    CONSTANT text :=
        'INSERT INTO client_totals AS kept (client_id, calls, connected, seconds, talk_seconds, last_call_at) %s '
        'ON CONFLICT (client_id) DO UPDATE SET calls = kept.calls + excluded.calls, '
        'connected = kept.connected + excluded.connected, seconds = kept.seconds + excluded.seconds, '
        'talk_seconds = kept.talk_seconds + excluded.talk_seconds, '
        'last_call_at = greatest(kept.last_call_at, excluded.last_call_at)';
    -- A change that affects no total must not write. Statements that change the same clients lock them in one order.
    changed CONSTANT text :=
        ' HAVING sum(calls) <> 0 OR sum(connected) <> 0 OR sum(seconds) <> 0 OR sum(talk_seconds) <> 0 '
        'OR ' || latest || ' IS DISTINCT FROM ' || former || ' ORDER BY 1';
    -- The latest call may be gone. The rows are locked by now, so no call that is being added is missed. A loop, because
    -- a join might read all clients: PostgreSQL does not know how few calls have changed.
    found   CONSTANT text := $sql$
            FOR gone IN %s HAVING coalesce(%s < %s, true)
            LOOP
                UPDATE client_totals
                SET last_call_at = (SELECT started_at FROM calls
                                    WHERE client_id = gone.client_id AND deleted_at IS NULL
                                    ORDER BY started_at DESC, id DESC LIMIT 1)
                WHERE client_id = gone.client_id AND last_call_at <= gone.last_call_at;
            END LOOP$sql$;
    wanted  CONSTANT text := '(clients IS NULL OR client_id = ANY (clients))';
    of_all  CONSTANT text := format(sums, format(counted, 'calls', '1') || ' AND ' || wanted, 'max(started_at)');
    function record;
BEGIN
    FOR function IN
        SELECT definition, after_many, after_one
        FROM (VALUES
            ('roll_up_inserted_calls()',
             format(keep, format(sums, added, 'max(started_at)') || ' ORDER BY 1'),
             format(keep, added)),
            ('roll_up_deleted_calls()',
             format(keep, format(sums, removed, latest) || changed) || ';'
                 || format(found, format(sums, removed, former), latest, former),
             NULL),
            ('roll_up_updated_calls()',
             format(keep, format(sums, added || ' UNION ALL ' || removed, latest) || changed) || ';'
                 || format(found, format(sums, added || ' UNION ALL ' || removed, former), latest, former),
             NULL)) statements (name, after_many, after_one),
        LATERAL pg_get_functiondef(name::regprocedure) definition
    LOOP
        -- The inserts of one call and of many are the two branches of an IF.
        EXECUTE CASE WHEN function.after_one IS NULL
            THEN replace(
                regexp_replace(function.definition, '\mBEGIN\M', 'DECLARE gone record; BEGIN'),
                'RETURN NULL;', function.after_many || '; RETURN NULL;')
            ELSE replace(
                replace(function.definition, '; ELSE ', '; ' || function.after_many || '; ELSE '),
                '; END IF;' || E'\n            RETURN NULL;',
                '; ' || function.after_one || '; END IF;' || E'\n            RETURN NULL;')
            END;
    END LOOP;

    EXECUTE format($sql$
        CREATE FUNCTION client_total_differences(clients uuid[] DEFAULT NULL)
            RETURNS TABLE (client_id uuid, figure text, kept bigint, counted bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
        BEGIN ATOMIC
            SELECT client_id, figure.name, figure.kept, figure.counted
            FROM (SELECT * FROM client_totals WHERE %s) kept
            FULL JOIN (%s) counted USING (client_id)
            CROSS JOIN LATERAL (VALUES
                ('calls', coalesce(kept.calls, 0), coalesce(counted.calls, 0)),
                ('connected', coalesce(kept.connected, 0), coalesce(counted.connected, 0)),
                ('seconds', coalesce(kept.seconds, 0), coalesce(counted.seconds, 0)),
                ('talkSeconds', coalesce(kept.talk_seconds, 0), coalesce(counted.talk_seconds, 0)),
                ('lastCallAt', extract(epoch FROM kept.last_call_at)::bigint,
                               extract(epoch FROM counted.last_call_at)::bigint)) figure (name, kept, counted)
            WHERE figure.kept IS DISTINCT FROM figure.counted
            ORDER BY 1, 2;
        END
        $sql$, wanted, of_all);
    EXECUTE format($sql$
        CREATE FUNCTION count_client_totals(clients uuid[] DEFAULT NULL) RETURNS void
            LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT
        BEGIN ATOMIC
            INSERT INTO client_totals (client_id, calls, connected, seconds, talk_seconds, last_call_at)
            %s;
        END
        $sql$, of_all);
END
$make$;

COMMENT ON FUNCTION client_total_differences IS
    'The totals of clients (null for all) that differ from their calls, at one moment. lastCallAt is in seconds of the '
    'Unix epoch.';
COMMENT ON FUNCTION count_client_totals IS
    'Adds the totals of clients (null for all), counted from their calls. The caller holds the lock of lock_figures and '
    'has removed the totals that were there.';

CREATE FUNCTION rebuild_client_totals() RETURNS TABLE (client_id uuid, figure text, kept bigint, counted bigint)
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
    IF wrong IS NULL THEN
        RETURN;
    END IF;
    PERFORM lock_figures();
    RETURN QUERY SELECT * FROM client_total_differences(wrong);
    DELETE FROM client_totals WHERE client_id = ANY (wrong);
    PERFORM count_client_totals(wrong);
END
$$;
COMMENT ON FUNCTION rebuild_client_totals IS
    'Counts the totals of clients again and returns those that were wrong. If there are any, changes of calls wait until '
    'the transaction ends.';

-- These functions run with the rights of their owner, so other roles need a grant. Triggers fire without one.
REVOKE EXECUTE ON FUNCTION client_total_differences(uuid[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION count_client_totals(uuid[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION rebuild_client_totals() FROM PUBLIC;

SELECT count_client_totals();
ANALYZE client_totals;
