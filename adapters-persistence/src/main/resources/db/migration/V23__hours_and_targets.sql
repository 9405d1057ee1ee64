-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Changes of calls wait until this migration ends. A trigger that was running would not count the hours of its calls.
LOCK TABLE calls IN SHARE ROW EXCLUSIVE MODE;

CREATE TABLE officer_hours (
    officer_id   uuid     NOT NULL,
    talk_seconds bigint   NOT NULL,
    day          date     NOT NULL,
    region_key   integer  NOT NULL,
    calls        integer  NOT NULL,
    connected    integer  NOT NULL,
    hour         smallint NOT NULL,
    PRIMARY KEY (officer_id, day, region_key, hour)
) WITH (fillfactor = 80);
COMMENT ON TABLE officer_hours IS
    'As officer_days, by the hour in which the calls started. The triggers of calls update it after officer_days, whose '
    'lock also holds off those who rebuild it.';
COMMENT ON COLUMN officer_hours.hour IS
    'From 0 to 23, on the clock in the time zone of table reporting. An hour that occurs twice is counted as one.';
COMMENT ON COLUMN officer_hours.talk_seconds IS 'The duration of connected calls.';

CREATE TABLE past_officer_hours (LIKE officer_hours, PRIMARY KEY (officer_id, day, region_key, hour));
COMMENT ON TABLE past_officer_hours IS
    'What calls in dropped partitions add to officer_hours. Months that were dropped before this table existed are not '
    'in it.';
CREATE INDEX past_officer_hours_by_day ON past_officer_hours (day);

-- Not STRICT, so that PostgreSQL expands it in a query.
CREATE FUNCTION reporting_hour(moment timestamptz, zone text) RETURNS smallint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN date_part('hour', moment AT TIME ZONE zone)::smallint;
COMMENT ON FUNCTION reporting_hour IS 'The hour on the clock at a moment in a zone, from 0 to 23.';

DO
$make$
DECLARE
    connected CONSTANT text := '(outcome IN (''SUCCESSFUL'', ''FOLLOW_UP''))::integer';
    -- Each call as the amount that it adds to its hour, or takes from it.
    counted   CONSTANT text :=
        'SELECT officer_id, reporting_day(started_at, time_zone) AS day, region_key, '
        'reporting_hour(started_at, time_zone) AS hour, %2$s AS calls, %2$s * ' || connected || ' AS connected, '
        '%2$s * ' || connected || ' * duration_seconds AS talk_seconds FROM reporting, %1$s WHERE deleted_at IS NULL';
    added     CONSTANT text := format(counted, 'added', '1');
    removed   CONSTANT text := format(counted, 'removed', '-1');
    sums      CONSTANT text :=
        'SELECT officer_id, day, region_key, hour, sum(calls)::integer AS calls, sum(connected)::integer AS connected, '
        'sum(talk_seconds)::bigint AS talk_seconds FROM (%s) counted GROUP BY 1, 2, 3, 4';
    -- A change that affects no figure must not write. Statements that change the same hours lock them in one order.
    changed   CONSTANT text :=
        sums || ' HAVING sum(calls) <> 0 OR sum(connected) <> 0 OR sum(talk_seconds) <> 0 ORDER BY 1, 2, 3, 4';
    keep      CONSTANT text :=
        'INSERT INTO officer_hours AS kept (officer_id, day, region_key, hour, calls, connected, talk_seconds) %s '
        'ON CONFLICT (officer_id, day, region_key, hour) DO UPDATE SET calls = kept.calls + excluded.calls, '
        'connected = kept.connected + excluded.connected, talk_seconds = kept.talk_seconds + excluded.talk_seconds';
    -- The calls of one day, as V4 finds them.
    of_day    CONSTANT text := format(counted, 'calls', '1') || $sql$
        AND started_at >= start_of_day(target, time_zone)
        AND started_at < start_of_day(target + 1, time_zone)
        AND id >= call_id_bound((target - 2)::timestamp AT TIME ZONE 'UTC')
        AND id < call_id_bound((target + 4)::timestamp AT TIME ZONE 'UTC')
    $sql$;
    of_past   CONSTANT text :=
        'SELECT officer_id, day, region_key, hour, calls, connected, talk_seconds '
        'FROM past_officer_hours WHERE day = target';
    next_one  CONSTANT text := 'INSERT INTO client_totals';
    function  record;
    parts     text[];
    rewritten text;
BEGIN
    EXECUTE format(keep, format(sums, format(counted, 'calls', '1')) || ' ORDER BY 2, 1, 3, 4');

    -- The hours come after the days and before the totals of clients. The inserts of one call and of many are two
    -- branches.
    FOR function IN
        SELECT name, pg_get_functiondef(name::regprocedure) AS definition, after_many, after_one
        FROM (VALUES
            ('roll_up_inserted_calls()', format(keep, format(changed, added)), format(keep, added)),
            ('roll_up_deleted_calls()', format(keep, format(changed, removed)), NULL),
            ('roll_up_updated_calls()', format(keep, format(changed, added || ' UNION ALL ' || removed)), NULL))
            statements (name, after_many, after_one)
    LOOP
        parts := string_to_array(function.definition, next_one);
        IF cardinality(parts) <> 2 + (function.after_one IS NOT NULL)::integer THEN
            RAISE EXCEPTION '% has changed', function.name;
        END IF;
        EXECUTE parts[1] || function.after_many || '; ' || next_one || parts[2]
            || coalesce(function.after_one || '; ' || next_one || parts[3], '');
    END LOOP;

    EXECUTE format($sql$
        CREATE FUNCTION counted_officer_hours(target date)
            RETURNS TABLE (officer_id uuid, day date, region_key integer, hour smallint, calls integer,
                           connected integer, talk_seconds bigint)
            LANGUAGE sql STABLE
        BEGIN ATOMIC
            %s;
        END
        $sql$, format(sums, of_day || ' UNION ALL ' || of_past));

    -- The differences of days as before, under another name.
    EXECUTE replace(pg_get_functiondef('officer_day_differences(date)'::regprocedure),
        'officer_day_differences', 'officer_day_total_differences');

    FOR function IN
        SELECT name, pg_get_functiondef(name::regprocedure) AS definition, former, latter
        FROM (VALUES
            ('count_officer_day(date)', 'END\s*$', $sql$
                INSERT INTO officer_hours (officer_id, day, region_key, hour, calls, connected, talk_seconds)
                SELECT officer_id, day, region_key, hour, calls, connected, talk_seconds
                FROM counted_officer_hours(target);
             END
             $sql$),
            ('rebuild_officer_day(date)', '(DELETE FROM officer_days WHERE day = target;)',
             '\1 DELETE FROM officer_hours WHERE day = target;'),
            ('change_reporting_time_zone(text)', '(DELETE FROM officer_days;)', '\1 DELETE FROM officer_hours;'),
            ('keep_figures_of(text, integer)', 'IF sign < 0 THEN', $sql$
                EXECUTE format($hours$
                    INSERT INTO past_officer_hours AS past
                        (officer_id, day, region_key, hour, calls, connected, talk_seconds)
                    SELECT officer_id, reporting_day(started_at, time_zone), region_key,
                           reporting_hour(started_at, time_zone),
                           sign * count(*),
                           sign * count(*) FILTER (WHERE outcome IN ('SUCCESSFUL', 'FOLLOW_UP')),
                           sign * coalesce(
                               sum(duration_seconds) FILTER (WHERE outcome IN ('SUCCESSFUL', 'FOLLOW_UP')), 0)
                    FROM (SELECT $1 AS sign) direction, reporting, %1$I
                    WHERE deleted_at IS NULL
                    GROUP BY 1, 2, 3, 4, sign
                    ON CONFLICT (officer_id, day, region_key, hour) DO UPDATE SET calls = past.calls + excluded.calls,
                        connected = past.connected + excluded.connected,
                        talk_seconds = past.talk_seconds + excluded.talk_seconds
                    $hours$, partition) USING sign;
                IF sign < 0 THEN
                    -- Fewer than none: the month was dropped before hours were counted. A rebuild counts them.
                    DELETE FROM past_officer_hours WHERE calls <= 0;
             $sql$)) changes (name, former, latter)
    LOOP
        rewritten := regexp_replace(function.definition, function.former, function.latter);
        IF rewritten = function.definition THEN
            RAISE EXCEPTION '% has changed', function.name;
        END IF;
        EXECUTE rewritten;
    END LOOP;
END
$make$;

CREATE OR REPLACE FUNCTION officer_day_differences(target date)
    RETURNS TABLE (officer_id uuid, region_key integer, figure text, kept bigint, counted bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
BEGIN ATOMIC
    SELECT officer_id, region_key, figure, kept, counted
    FROM officer_day_total_differences(target)
    UNION ALL
    SELECT officer_id, region_key, 'hour' || hour || figure.name, coalesce(figure.kept, 0), coalesce(figure.counted, 0)
    FROM (SELECT * FROM officer_hours WHERE day = target) kept
    FULL JOIN counted_officer_hours(target) counted USING (officer_id, region_key, hour)
    CROSS JOIN LATERAL (VALUES
        ('Calls', kept.calls::bigint, counted.calls::bigint),
        ('Connected', kept.connected::bigint, counted.connected::bigint),
        ('TalkSeconds', kept.talk_seconds, counted.talk_seconds)) figure (name, kept, counted)
    WHERE coalesce(figure.kept, 0) <> coalesce(figure.counted, 0)
    ORDER BY 1, 2, 3;
END;
COMMENT ON FUNCTION officer_day_total_differences IS
    'The figures of a day in officer_days that differ from its calls, at one moment.';
COMMENT ON FUNCTION officer_day_differences IS
    'The figures of a day in officer_days and officer_hours that differ from its calls, at one moment.';
COMMENT ON FUNCTION counted_officer_hours IS
    'The hours of a day, counted from its calls, and from past_officer_hours if they are not kept.';
REVOKE EXECUTE ON FUNCTION officer_day_total_differences(date) FROM PUBLIC;

-- As of officer_days: no index contains a figure, and hours are read by day, region and officer.
CREATE INDEX officer_hours_by_day ON officer_hours USING brin (day) WITH (pages_per_range = 64, autosummarize = on);
CREATE INDEX officer_hours_by_region ON officer_hours (region_key, day);
ANALYZE officer_hours;

CREATE TABLE targets (
    subject_id           uuid PRIMARY KEY,
    calls_per_day        integer CHECK (calls_per_day > 0),
    connected_per_day    integer CHECK (connected_per_day > 0),
    talk_seconds_per_day integer CHECK (talk_seconds_per_day > 0),
    first_day            date        NOT NULL,
    created_at           timestamptz NOT NULL,
    updated_at           timestamptz NOT NULL,
    version              bigint      NOT NULL DEFAULT 0,
    CHECK (num_nonnulls(calls_per_day, connected_per_day, talk_seconds_per_day) > 0)
);
COMMENT ON TABLE targets IS 'What officers and regions aim at on each working day, from Monday to Friday.';
COMMENT ON COLUMN targets.subject_id IS
    'The id of an officer or of a region. No foreign key, because it is one of two tables. Rows of neither are deleted.';
COMMENT ON COLUMN targets.version IS 'Number of changes, for optimistic locking.';

-- Roles that read days also read hours, and roles that write imports also write targets. So nodes with few rights start
-- right after this migration.
DO
$$
DECLARE
    granted record;
BEGIN
    FOR granted IN
        SELECT relname, privilege_type,
               CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS role
        FROM pg_class, aclexplode(relacl)
        WHERE pg_class.oid IN ('officer_days'::regclass, 'imports'::regclass) AND grantee <> relowner
          AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
    LOOP
        EXECUTE format('GRANT %s ON %s TO %s', granted.privilege_type,
            CASE granted.relname WHEN 'imports' THEN 'targets' ELSE 'officer_hours' END, granted.role);
    END LOOP;
END
$$;
