-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

CREATE TABLE past_months (
    partition    text COLLATE "C" PRIMARY KEY,
    ends         timestamptz NOT NULL,
    announced_at timestamptz NOT NULL DEFAULT now(),
    dropped_at   timestamptz,
    calls        bigint,
    file         text,
    sha256       text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    time_zone    text,
    CHECK (num_nulls(dropped_at, calls, file, sha256, time_zone) IN (0, 5))
);
COMMENT ON TABLE past_months IS
    'Partitions of calls that are older than calllog.retention.months. They are announced first, so that all nodes stop '
    'adding calls to them, and exported and dropped later.';
COMMENT ON COLUMN past_months.ends IS 'The end of the partition. Calls whose ids are earlier are not kept.';
COMMENT ON COLUMN past_months.dropped_at IS 'Null before the partition is dropped, as all following columns.';
COMMENT ON COLUMN past_months.calls IS 'The number of rows in the file, with those that were marked as deleted.';
COMMENT ON COLUMN past_months.sha256 IS 'The SHA-256 of the file.';
COMMENT ON COLUMN past_months.time_zone IS 'The time zone of the days in past_officer_days.';

CREATE TABLE past_officer_days (LIKE officer_days INCLUDING GENERATED, PRIMARY KEY (officer_id, day, region_key));
COMMENT ON TABLE past_officer_days IS
    'What calls in dropped partitions add to officer_days. So a day can be counted again: from the calls that are kept, '
    'and from these figures.';
CREATE INDEX past_officer_days_by_day ON past_officer_days (day);

CREATE TABLE past_client_totals (LIKE client_totals, PRIMARY KEY (client_id));
COMMENT ON TABLE past_client_totals IS 'What calls in dropped partitions add to client_totals.';

CREATE FUNCTION attach_partition(parent text, name text, lower timestamptz, upper timestamptz) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
    SET timezone = 'UTC'
AS
$$
DECLARE
    is_calls CONSTANT boolean := parent = 'calls';
    definition text;
BEGIN
    -- Row-level triggers are copied when the partition is attached. Statement-level triggers are not, and a statement
    -- fires only those of the table that it names.
    FOR definition IN
        SELECT replace(pg_get_triggerdef(oid, true), ' ON ' || parent || ' ', ' ON ' || name || ' ')
        FROM pg_trigger
        WHERE tgrelid = parent::regclass AND NOT tgisinternal AND tgtype::integer & 1 = 0
    LOOP
        EXECUTE definition;
    END LOOP;
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%L)', parent, name,
        coalesce(quote_literal(CASE WHEN is_calls THEN call_id_bound(lower)::text ELSE lower::text END), 'MINVALUE'),
        CASE WHEN is_calls THEN call_id_bound(upper)::text ELSE upper::text END);
END
$$;
COMMENT ON FUNCTION attach_partition IS
    'Makes a table a partition with the rows from lower (unbounded if null) up to, and not including, upper. Its rows '
    'are not counted.';

CREATE OR REPLACE FUNCTION add_partition(parent text, name text, lower timestamptz, upper timestamptz) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    -- CREATE TABLE … PARTITION OF would wait for all readers of the parent, and new readers would wait for it.
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name, parent);
    PERFORM attach_partition(parent, name, lower, upper);
END
$$;

CREATE FUNCTION announce_past_months(before timestamptz) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
    SET timezone = 'UTC'
AS
$$
DECLARE
    announced integer;
BEGIN
    IF before > date_trunc('month', now()) THEN
        RAISE EXCEPTION 'Only calls of months before the current one can be dropped, not all before %.', before;
    END IF;
    DELETE FROM past_months WHERE dropped_at IS NULL AND (ends <= before) IS NOT TRUE;
    INSERT INTO past_months (partition, ends)
    SELECT relname, ends
    FROM pg_inherits
    JOIN pg_class ON pg_class.oid = inhrelid
    CROSS JOIN LATERAL (
        -- CASE, because conditions may be evaluated for all tables before the join.
        SELECT CASE
            WHEN relname ~ '^calls_before_\d{4}_\d{2}$' THEN to_date(right(relname, 7), 'YYYY_MM')::timestamptz
            WHEN relname ~ '^calls_\d{4}_\d{2}$' THEN to_date(right(relname, 7), 'YYYY_MM') + interval '1 month'
            END) month (ends)
    WHERE inhparent = 'calls'::regclass AND ends <= before
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS announced = ROW_COUNT;
    RETURN announced;
END
$$;
COMMENT ON FUNCTION announce_past_months IS
    'Announces that calls before this moment are not kept, and takes back later announcements; with null all of them. '
    'Only whole partitions count. Returns the number of partitions that were not announced before.';

-- The rule for counting calls is that of V4 and V10. Past figures are added, or taken away when a month is restored.
DO
$make$
DECLARE
    kinds CONSTANT text[] := ARRAY [
        ['successful', $$outcome = 'SUCCESSFUL'$$],
        ['missed', $$outcome = 'MISSED'$$],
        ['follow_up', $$outcome = 'FOLLOW_UP'$$],
        ['no_answer', $$outcome = 'NO_ANSWER'$$],
        ['busy', $$outcome = 'BUSY'$$],
        ['other', $$outcome = 'OTHER'$$],
        ['incoming', $$type = 'INCOMING'$$],
        ['outgoing', $$type = 'OUTGOING'$$]];
    columns    text;
    counted    text;
    increments text;
    sums       text;
BEGIN
    SELECT string_agg(format('%1$s_calls, %1$s_seconds', kinds[i][1]), ', '),
           string_agg(format(
               'sign * count(*) FILTER (WHERE %1$s), '
               'sign * coalesce(sum(duration_seconds) FILTER (WHERE %1$s), 0)', kinds[i][2]), ', '),
           string_agg(format(
               '%1$s_calls = past.%1$s_calls + excluded.%1$s_calls, '
               '%1$s_seconds = past.%1$s_seconds + excluded.%1$s_seconds', kinds[i][1]), ', '),
           string_agg(format(
               'sum(%1$s_calls)::integer AS %1$s_calls, sum(%1$s_seconds)::bigint AS %1$s_seconds', kinds[i][1]), ', ')
    INTO columns, counted, increments, sums
    FROM generate_subscripts(kinds, 1) i;

    EXECUTE format($sql$
        CREATE FUNCTION keep_figures_of(partition text, sign integer) RETURNS void
            LANGUAGE plpgsql
            SET search_path FROM CURRENT
        AS
        $body$
        BEGIN
            EXECUTE format($calls$
                INSERT INTO past_officer_days AS past (officer_id, day, region_key, %1$s)
                SELECT officer_id, reporting_day(started_at, time_zone), region_key, %2$s
                FROM (SELECT $1 AS sign) direction, reporting, %%1$I
                WHERE deleted_at IS NULL
                GROUP BY 1, 2, 3, sign
                ON CONFLICT (officer_id, day, region_key) DO UPDATE SET %3$s
                $calls$, partition) USING sign;
            EXECUTE format($calls$
                INSERT INTO past_client_totals AS past
                    (client_id, calls, connected, seconds, talk_seconds, last_call_at)
                SELECT client_id, sign * count(*),
                       sign * count(*) FILTER (WHERE outcome IN ('SUCCESSFUL', 'FOLLOW_UP')),
                       sign * sum(duration_seconds),
                       sign * coalesce(sum(duration_seconds) FILTER (WHERE outcome IN ('SUCCESSFUL', 'FOLLOW_UP')), 0),
                       max(started_at)
                FROM (SELECT $1 AS sign) direction, %%1$I
                WHERE deleted_at IS NULL AND client_id IS NOT NULL
                GROUP BY 1, sign
                ON CONFLICT (client_id) DO UPDATE SET calls = past.calls + excluded.calls,
                    connected = past.connected + excluded.connected, seconds = past.seconds + excluded.seconds,
                    talk_seconds = past.talk_seconds + excluded.talk_seconds,
                    last_call_at = greatest(past.last_call_at, excluded.last_call_at)
                $calls$, partition) USING sign;
            IF sign < 0 THEN
                DELETE FROM past_officer_days WHERE calls = 0;
                DELETE FROM past_client_totals WHERE calls = 0;
            END IF;
        END
        $body$
        $sql$, columns, counted, increments);

    -- counted_officer_day has the same oid as before, so the functions that use it count past figures too.
    EXECUTE replace(pg_get_functiondef('counted_officer_day(date)'::regprocedure),
        'counted_officer_day', 'counted_kept_officer_day');
    EXECUTE regexp_replace(
        pg_get_functiondef('counted_officer_day(date)'::regprocedure),
        'BEGIN ATOMIC.*', format($sql$
            BEGIN ATOMIC
                SELECT officer_id, day, region_key, %2$s
                FROM (SELECT officer_id, day, region_key, %1$s FROM counted_kept_officer_day(target)
                      UNION ALL
                      SELECT officer_id, day, region_key, %1$s FROM past_officer_days WHERE day = target) counted
                GROUP BY 1, 2, 3
                ORDER BY 1, 2, 3;
            END
            $sql$, columns, sums));
    EXECUTE format($sql$
        CREATE OR REPLACE FUNCTION count_officer_day(target date) RETURNS void
            LANGUAGE sql
            SECURITY DEFINER
            SET search_path FROM CURRENT
        BEGIN ATOMIC
            INSERT INTO officer_days (officer_id, day, region_key, %1$s)
            SELECT officer_id, day, region_key, %1$s FROM counted_officer_day(target);
        END
        $sql$, columns);
END
$make$;
COMMENT ON FUNCTION keep_figures_of IS
    'Adds the figures of a partition to the past figures (sign 1), or takes them away (-1).';
COMMENT ON FUNCTION counted_kept_officer_day IS 'The figures of a day, counted from the calls that are kept.';
COMMENT ON FUNCTION counted_officer_day IS
    'The figures of a day, counted from its calls, and from past_officer_days if they are not kept.';

CREATE FUNCTION counted_client_totals(clients uuid[])
    RETURNS TABLE (client_id uuid, calls bigint, connected bigint, seconds bigint, talk_seconds bigint,
                   last_call_at timestamptz)
    LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT client_id, sum(calls)::bigint, sum(connected)::bigint, sum(seconds)::bigint, sum(talk_seconds)::bigint,
           max(last_call_at)
    FROM (SELECT client_id, 1 AS calls, (outcome IN ('SUCCESSFUL', 'FOLLOW_UP'))::integer AS connected,
                 duration_seconds AS seconds,
                 (outcome IN ('SUCCESSFUL', 'FOLLOW_UP'))::integer * duration_seconds AS talk_seconds,
                 started_at AS last_call_at
          FROM calls
          WHERE deleted_at IS NULL AND client_id IS NOT NULL AND (clients IS NULL OR client_id = ANY (clients))
          UNION ALL
          SELECT client_id, calls, connected, seconds, talk_seconds, last_call_at
          FROM past_client_totals
          WHERE clients IS NULL OR client_id = ANY (clients)) counted
    GROUP BY 1;
END;
COMMENT ON FUNCTION counted_client_totals IS
    'The totals of clients (null for all), counted from their calls, and from past_client_totals if they are not kept.';

CREATE OR REPLACE FUNCTION client_total_differences(clients uuid[] DEFAULT NULL)
    RETURNS TABLE (client_id uuid, figure text, kept bigint, counted bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
BEGIN ATOMIC
    SELECT client_id, figure.name, figure.kept, figure.counted
    FROM (SELECT * FROM client_totals WHERE clients IS NULL OR client_id = ANY (clients)) kept
    FULL JOIN counted_client_totals(clients) counted USING (client_id)
    CROSS JOIN LATERAL (VALUES
        ('calls', coalesce(kept.calls, 0), coalesce(counted.calls, 0)),
        ('connected', coalesce(kept.connected, 0), coalesce(counted.connected, 0)),
        ('seconds', coalesce(kept.seconds, 0), coalesce(counted.seconds, 0)),
        ('talkSeconds', coalesce(kept.talk_seconds, 0), coalesce(counted.talk_seconds, 0)),
        ('lastCallAt', extract(epoch FROM kept.last_call_at)::bigint,
                       extract(epoch FROM counted.last_call_at)::bigint)) figure (name, kept, counted)
    WHERE figure.kept IS DISTINCT FROM figure.counted
    ORDER BY 1, 2;
END;

CREATE OR REPLACE FUNCTION count_client_totals(clients uuid[] DEFAULT NULL) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT
BEGIN ATOMIC
    INSERT INTO client_totals (client_id, calls, connected, seconds, talk_seconds, last_call_at)
    SELECT client_id, calls, connected, seconds, talk_seconds, last_call_at FROM counted_client_totals(clients);
END;

-- If the last call of a client is deleted, the one before it may be a past one.
DO
$$
DECLARE
    latest CONSTANT text := '(SELECT started_at FROM calls\s+WHERE client_id = gone.client_id AND deleted_at IS NULL\s+'
        'ORDER BY started_at DESC, id DESC LIMIT 1)';
    name       text;
    definition text;
    changed    text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['roll_up_deleted_calls()', 'roll_up_updated_calls()']
    LOOP
        definition := pg_get_functiondef(name::regprocedure);
        changed := regexp_replace(definition, replace(replace(latest, '(SELECT', '(\(SELECT'), 'LIMIT 1)', 'LIMIT 1\))'),
            'greatest(\1, (SELECT last_call_at FROM past_client_totals WHERE client_id = gone.client_id))');
        IF changed = definition THEN
            RAISE EXCEPTION '% has changed', name;
        END IF;
        EXECUTE changed;
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION change_reporting_time_zone(zone text) RETURNS TABLE (first_day date, last_day date)
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
BEGIN
    PERFORM lock_figures();
    UPDATE reporting SET time_zone = zone;
    DELETE FROM officer_days;
    RETURN QUERY
        SELECT least(reporting_day(min(started_at), zone), (SELECT min(day) FROM past_officer_days)),
               greatest(reporting_day(max(started_at), zone), (SELECT max(day) FROM past_officer_days))
        FROM calls;
END
$$;

CREATE FUNCTION drop_past_month(name text, exported bigint, last_change xid8, file text, sha256 text) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
    SET lock_timeout = '5s'
AS
$$
DECLARE
    unchanged boolean;
BEGIN
    -- Nodes take turns.
    PERFORM pg_advisory_xact_lock(hashtextextended('ensure_partitions', 0));
    PERFORM FROM past_months
    WHERE partition = name AND dropped_at IS NULL AND announced_at < now() - interval '1 minute';
    IF NOT FOUND THEN
        RAISE EXCEPTION '% is no past month of calls, or was announced less than a minute ago.', name;
    END IF;
    -- All readers and writers of calls queue behind the lock of DROP TABLE. Until then only writers of this month wait.
    SET LOCAL lock_timeout = '500ms';
    -- The lock of a rebuild of figures waits for this one.
    LOCK TABLE officer_days IN ROW EXCLUSIVE MODE;
    EXECUTE format('LOCK TABLE %I IN SHARE ROW EXCLUSIVE MODE', name);
    EXECUTE format(
        'SELECT (SELECT count(*) FROM %1$I) = $1 '
        'AND (SELECT changed_in FROM %1$I ORDER BY changed_in DESC LIMIT 1) IS NOT DISTINCT FROM $2', name)
    INTO unchanged USING exported, last_change;
    IF NOT unchanged THEN
        RAISE EXCEPTION 'The calls of % have changed since they were exported.', name;
    END IF;
    PERFORM keep_figures_of(name, 1);
    UPDATE past_months
    SET dropped_at = now(), calls = exported, file = drop_past_month.file, sha256 = drop_past_month.sha256,
        time_zone = reporting.time_zone
    FROM reporting
    WHERE partition = name;
    INSERT INTO audit_log (at, action, subject_type, outcome, changes)
    VALUES (date_trunc('milliseconds', now()), 'CALLS_DROPPED', 'CALL', 'DONE', jsonb_build_array(
        jsonb_build_object('field', 'partition', 'from', name, 'to', NULL),
        jsonb_build_object('field', 'calls', 'from', exported::text, 'to', '0'),
        jsonb_build_object('field', 'file', 'from', NULL, 'to', file),
        jsonb_build_object('field', 'sha256', 'from', NULL, 'to', sha256)));
    EXECUTE format('DROP TABLE %I', name);
END
$$;
COMMENT ON FUNCTION drop_past_month IS
    'Drops an announced partition of calls that was exported, unless its number of rows or its last change is not what '
    'was exported. Its figures stay. Adds a line to the audit trail. If a lock is not available within half a second (5 '
    'seconds while another node creates or drops partitions), nothing is dropped; call it again.';

CREATE FUNCTION prepare_past_month(name text) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    PERFORM FROM past_months
    WHERE partition = name AND ends = (SELECT max(ends) FROM past_months WHERE dropped_at IS NOT NULL);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'The dropped month that is restored first is %, not %.',
            (SELECT partition FROM past_months WHERE dropped_at IS NOT NULL ORDER BY ends DESC LIMIT 1), name;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE calls INCLUDING ALL)', name);
END
$$;
COMMENT ON FUNCTION prepare_past_month IS 'Creates the table for the exported rows of a dropped month: the latest one.';

CREATE FUNCTION restore_past_month(name text) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
    SET timezone = 'UTC'
AS
$$
DECLARE
    month past_months;
    rows  bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('ensure_partitions', 0));
    DELETE FROM past_months
    WHERE partition = name AND ends = (SELECT max(ends) FROM past_months WHERE dropped_at IS NOT NULL)
    RETURNING * INTO month;
    EXECUTE format('SELECT count(*) FROM %I', name) INTO rows;
    IF month.calls IS DISTINCT FROM rows THEN
        RAISE EXCEPTION '% has % rows, but % were exported.', name, rows, month.calls;
    END IF;
    IF month.time_zone <> (SELECT time_zone FROM reporting) THEN
        RAISE EXCEPTION 'The days of % were counted in the time zone %.', name, month.time_zone;
    END IF;
    LOCK TABLE officer_days IN ROW EXCLUSIVE MODE;
    PERFORM keep_figures_of(name, -1);
    PERFORM attach_partition('calls', name,
        CASE WHEN name LIKE 'calls\_before\_%' THEN NULL ELSE month.ends - interval '1 month' END, month.ends);
    INSERT INTO audit_log (at, action, subject_type, outcome, changes)
    VALUES (date_trunc('milliseconds', now()), 'CALLS_RESTORED', 'CALL', 'DONE', jsonb_build_array(
        jsonb_build_object('field', 'partition', 'from', NULL, 'to', name),
        jsonb_build_object('field', 'calls', 'from', '0', 'to', rows::text)));
END
$$;
COMMENT ON FUNCTION restore_past_month IS
    'Makes the table of prepare_past_month, filled with all exported rows, a partition of calls again. Figures stay. '
    'Adds a line to the audit trail.';

-- These functions run with the rights of their owner, or change tables, so other roles need a grant.
REVOKE EXECUTE ON FUNCTION attach_partition(text, text, timestamptz, timestamptz) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION announce_past_months(timestamptz) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION keep_figures_of(text, integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION drop_past_month(text, bigint, xid8, text, text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION prepare_past_month(text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION restore_past_month(text) FROM PUBLIC;

-- Roles that read calls also read since when they are kept. So nodes with few rights start right after this migration.
DO
$$
DECLARE
    reader text;
BEGIN
    FOR reader IN
        SELECT CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END
        FROM pg_class, aclexplode(relacl)
        WHERE pg_class.oid = 'calls'::regclass AND privilege_type = 'SELECT' AND grantee <> relowner
    LOOP
        EXECUTE format('GRANT SELECT ON past_months TO %s', reader);
    END LOOP;
END
$$;
