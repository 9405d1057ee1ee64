-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Changes of calls wait until this migration ends, which is soon. A trigger that was running would not notice that a call
-- moves to another hour.
LOCK TABLE calls IN SHARE ROW EXCLUSIVE MODE;

ALTER TABLE officer_days ADD COLUMN hours_kept boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN officer_days.hours_kept IS
    'Whether officer_hours has the hours of this day. Otherwise they are counted from the calls when they are read. Each '
    'change of the row sets it to false, and a job to true when the day is over.';
-- The days that the job has to do, and those whose hours are counted when they are read.
CREATE INDEX officer_days_without_hours ON officer_days (day) WHERE NOT hours_kept;

CREATE TABLE officer_hours (
    officer_id   uuid     NOT NULL,
    talk_seconds bigint   NOT NULL,
    day          date     NOT NULL,
    region_key   integer  NOT NULL,
    calls        integer  NOT NULL,
    connected    integer  NOT NULL,
    hour         smallint NOT NULL,
    PRIMARY KEY (officer_id, day, region_key, hour)
);
COMMENT ON TABLE officer_hours IS
    'The rows of officer_days with hours_kept, by the hour in which the calls started. The row of officer_days is the lock '
    'for its hours.';
COMMENT ON COLUMN officer_hours.hour IS
    'From 0 to 23, on the clock in the time zone of table reporting. An hour that occurs twice is counted as one.';
COMMENT ON COLUMN officer_hours.talk_seconds IS 'The duration of connected calls.';

-- As for officer_days: hours are read by day, region and officer.
CREATE INDEX officer_hours_by_day ON officer_hours USING brin (day) WITH (pages_per_range = 64, autosummarize = on);
CREATE INDEX officer_hours_by_region ON officer_hours (region_key, day);

CREATE TABLE past_officer_hours (LIKE officer_hours, PRIMARY KEY (officer_id, day, region_key, hour));
CREATE INDEX past_officer_hours_by_day ON past_officer_hours (day);
COMMENT ON TABLE past_officer_hours IS
    'The hours of calls in dropped partitions. Months that were dropped before this table existed are not in it.';

-- Not STRICT, so that PostgreSQL expands it in a query.
CREATE FUNCTION reporting_hour(moment timestamptz, zone text) RETURNS smallint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN date_part('hour', moment AT TIME ZONE zone)::smallint;
COMMENT ON FUNCTION reporting_hour IS 'The hour on the clock at a moment in a zone, from 0 to 23.';

-- PostgreSQL expands it in a query too. The id of a call is at most a day from its start, so the bounds of the id leave few
-- partitions.
CREATE FUNCTION counted_officer_hours(target date)
    RETURNS TABLE (officer_id uuid, day date, region_key integer, hour smallint, calls integer, connected integer,
                   talk_seconds bigint)
    LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT officer_id, target, region_key, hour, sum(calls)::integer, sum(connected)::integer, sum(talk_seconds)::bigint
    FROM (SELECT officer_id, region_key, reporting_hour(started_at, time_zone) AS hour, 1 AS calls,
                 answered AS connected, answered * duration_seconds AS talk_seconds
          FROM reporting, calls, LATERAL (SELECT (outcome IN ('SUCCESSFUL', 'FOLLOW_UP'))::integer AS answered) answer
          WHERE deleted_at IS NULL
            AND started_at >= start_of_day(target, time_zone)
            AND started_at < start_of_day(target + 1, time_zone)
            AND id >= call_id_bound(start_of_day(target, time_zone) - interval '24 hours')
            AND id < call_id_bound(start_of_day(target + 1, time_zone) + interval '25 hours')
          UNION ALL
          SELECT officer_id, region_key, hour, calls, connected, talk_seconds
          FROM past_officer_hours
          WHERE day = target) counted
    GROUP BY 1, 3, 4;
END;
COMMENT ON FUNCTION counted_officer_hours IS
    'The hours of a day, counted from its calls, and from past_officer_hours if they were dropped.';

CREATE FUNCTION keep_officer_hours(target date) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
DECLARE
    officers uuid[];
    regions  integer[];
BEGIN
    -- Waits for a rebuild before it locks rows.
    LOCK TABLE officer_days IN ROW EXCLUSIVE MODE;
    -- In the order in which changes of calls lock them. The hours of rows that change from here on are kept when the job
    -- runs again.
    SELECT array_agg(officer_id), array_agg(region_key) INTO officers, regions
    FROM (SELECT officer_id, region_key FROM officer_days WHERE day = target AND NOT hours_kept
          ORDER BY officer_id, region_key FOR NO KEY UPDATE) locked;
    UPDATE officer_days SET hours_kept = true
    FROM unnest(officers, regions) locked (officer_id, region_key)
    WHERE day = target AND (officer_days.officer_id, officer_days.region_key) = (locked.officer_id, locked.region_key);
    -- Sees all changes of calls that were made before the rows were locked. Later ones wait, and then forget the hours.
    INSERT INTO officer_hours (officer_id, day, region_key, hour, calls, connected, talk_seconds)
    SELECT officer_id, target, region_key, hour, calls, connected, talk_seconds
    FROM counted_officer_hours(target)
    JOIN unnest(officers, regions) locked (officer_id, region_key) USING (officer_id, region_key);
END
$$;
COMMENT ON FUNCTION keep_officer_hours IS
    'Counts the hours of a day that officer_hours does not have. Changes of calls of that day wait meanwhile. Needs READ '
    'COMMITTED.';

CREATE FUNCTION forget_officer_hours() RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
BEGIN
    DELETE FROM officer_hours
    WHERE officer_id = OLD.officer_id AND day = OLD.day AND region_key = OLD.region_key;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    NEW.hours_kept := false;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION forget_officer_hours IS 'Deletes the hours of a row of officer_days that is changed or deleted.';

-- Sets hours_kept in each UPDATE, whichever columns the statement names. So no change of a figure is missed.
CREATE TRIGGER forget_hours BEFORE UPDATE OR DELETE ON officer_days
    FOR EACH ROW WHEN (OLD.hours_kept) EXECUTE FUNCTION forget_officer_hours();

DO
$make$
DECLARE
    change     record;
    definition text;
    changed    text;
BEGIN
    FOR change IN
        SELECT *
        FROM (VALUES
            -- A call that moves to another hour of its day changes the row, although no figure of the day changes.
            ('roll_up_updated_calls()', 'type, outcome, (-?1 AS calls)',
             'type, outcome, reporting_hour(started_at, time_zone) AS hour, \1'),
            ('roll_up_updated_calls()', 'both_ways GROUP BY 1, 2, 3, 4, 5', '\&, hour'),
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
                    -- Fewer than none: the month was dropped before this table existed, so its hours were not kept.
                    DELETE FROM past_officer_hours WHERE calls <= 0;
                    -- All are locked, so that the job does not keep the hours of one before it has its calls again.
                    EXECUTE format($hours$
                        WITH locked AS (
                            SELECT officer_id, day, region_key FROM officer_days
                            WHERE (officer_id, day, region_key) IN (
                                SELECT officer_id, reporting_day(started_at, time_zone), region_key
                                FROM reporting, %1$I)
                            ORDER BY officer_id, day, region_key FOR NO KEY UPDATE)
                        UPDATE officer_days SET hours_kept = false FROM locked
                        WHERE (officer_days.officer_id, officer_days.day, officer_days.region_key)
                            = (locked.officer_id, locked.day, locked.region_key)
                        $hours$, partition);
             $sql$),
            -- Also hours whose row of officer_days is missing, which no trigger deletes. And all at once is faster.
            ('rebuild_officer_day(date)', '(DELETE FROM officer_days WHERE day = target;)',
             'DELETE FROM officer_hours WHERE day = target; \1'),
            ('change_reporting_time_zone(text)', '(DELETE FROM officer_days;)', 'DELETE FROM officer_hours; \1')) changes (function, former, latter)
    LOOP
        definition := pg_get_functiondef(change.function::regprocedure);
        changed := regexp_replace(definition, change.former, change.latter, 'g');
        IF changed = definition THEN
            RAISE EXCEPTION '% has changed', change.function;
        END IF;
        EXECUTE changed;
    END LOOP;

    -- The differences of days as before, under another name.
    EXECUTE replace(pg_get_functiondef('officer_day_differences(date)'::regprocedure),
        'officer_day_differences', 'officer_day_total_differences');
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
    FULL JOIN (
        SELECT officer_id, region_key, hour, hours.calls, hours.connected, hours.talk_seconds
        FROM counted_officer_hours(target) hours
        JOIN officer_days USING (officer_id, day, region_key)
        WHERE hours_kept) counted USING (officer_id, region_key, hour)
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
REVOKE EXECUTE ON FUNCTION officer_day_total_differences(date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION keep_officer_hours(date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION forget_officer_hours() FROM PUBLIC;

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

-- Roles that read days also read hours, those that rebuild days also keep hours, and those that write imports also write
-- targets. So nodes with few rights start right after this migration.
DO
$$
DECLARE
    granted record;
BEGIN
    FOR granted IN
        SELECT object, privilege_type AS privilege,
               CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS role
        FROM (SELECT 'officer_hours, past_officer_hours' AS object, relowner AS owner, relacl AS acl
              FROM pg_class WHERE oid = 'officer_days'::regclass
              UNION ALL
              SELECT 'targets', relowner, relacl FROM pg_class WHERE oid = 'imports'::regclass
              UNION ALL
              SELECT 'FUNCTION keep_officer_hours(date)', proowner, proacl
              FROM pg_proc WHERE oid = 'rebuild_officer_day(date)'::regprocedure) objects,
             aclexplode(acl)
        WHERE grantee <> owner AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'EXECUTE')
    LOOP
        EXECUTE format('GRANT %s ON %s TO %s', granted.privilege, granted.object, granted.role);
    END LOOP;
END
$$;
