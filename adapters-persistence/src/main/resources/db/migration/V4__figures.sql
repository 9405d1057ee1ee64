-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

CREATE TABLE reporting (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    time_zone text NOT NULL
);
COMMENT ON TABLE reporting IS 'What a day is in the figures: one row.';
COMMENT ON COLUMN reporting.time_zone IS
    'A zone of the IANA database. Only change_reporting_time_zone may change it: all figures depend on it.';

INSERT INTO reporting (time_zone) VALUES ('${reporting-time-zone}');
ANALYZE reporting;
SELECT now() AT TIME ZONE time_zone FROM reporting; -- fails if PostgreSQL does not know the zone

CREATE FUNCTION start_of_day(day date, zone text) RETURNS timestamptz
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    -- Where clocks change at midnight, midnight may not exist or occur twice, and so may the last moment of the day
    -- before. The day starts at midnight or right after that last moment, whichever is earlier.
    RETURN least(
        day::timestamp AT TIME ZONE zone,
        ((day - interval '1 microsecond') AT TIME ZONE zone) + interval '1 microsecond');
COMMENT ON FUNCTION start_of_day IS 'The first moment of a day in a zone. A day ends when the next one starts.';

CREATE FUNCTION reporting_day(moment timestamptz, zone text) RETURNS date
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    -- Where clocks are set back from after midnight to before it, some local times of a date occur twice.
    RETURN (moment AT TIME ZONE zone)::date
        - (moment < start_of_day((moment AT TIME ZONE zone)::date, zone))::integer;
COMMENT ON FUNCTION reporting_day IS 'The day of a moment in a zone: the last day that has started by then.';

-- The region comes after the figures: columns after a text column have no fixed offset and are slower to read.
CREATE TABLE officer_days (
    officer_id         uuid             NOT NULL,
    day                date             NOT NULL,
    successful_calls   integer          NOT NULL,
    successful_seconds bigint           NOT NULL,
    missed_calls       integer          NOT NULL,
    missed_seconds     bigint           NOT NULL,
    follow_up_calls    integer          NOT NULL,
    follow_up_seconds  bigint           NOT NULL,
    no_answer_calls    integer          NOT NULL,
    no_answer_seconds  bigint           NOT NULL,
    busy_calls         integer          NOT NULL,
    busy_seconds       bigint           NOT NULL,
    other_calls        integer          NOT NULL,
    other_seconds      bigint           NOT NULL,
    incoming_calls     integer          NOT NULL,
    incoming_seconds   bigint           NOT NULL,
    outgoing_calls     integer          NOT NULL,
    outgoing_seconds   bigint           NOT NULL,
    region             text COLLATE "C" NOT NULL,
    calls              integer GENERATED ALWAYS AS (incoming_calls + outgoing_calls) VIRTUAL,
    connected          integer GENERATED ALWAYS AS (successful_calls + follow_up_calls) VIRTUAL,
    seconds            bigint  GENERATED ALWAYS AS (incoming_seconds + outgoing_seconds) VIRTUAL,
    PRIMARY KEY (officer_id, day, region)
) WITH (fillfactor = 80);

COMMENT ON TABLE officer_days IS
    'Number and duration of the calls of an officer on a day in a region. Triggers update it in the transaction that '
    'changes the calls, so both always agree. No foreign keys: the calls have them. A row stays, with zeros, when all '
    'its calls are deleted.';
COMMENT ON COLUMN officer_days.day IS 'In the time zone of table reporting.';
COMMENT ON COLUMN officer_days.connected IS 'Number of calls in which officer and client spoke to each other.';

-- No index contains a figure, so an update of figures alone changes no index (HOT). Rows are inserted in the order of
-- their days, so BRIN reads a range of days block by block; with a B-tree it takes twice as long.
CREATE INDEX officer_days_by_day ON officer_days USING brin (day) WITH (pages_per_range = 64, autosummarize = on);
CREATE INDEX officer_days_by_region ON officer_days (region, day);

-- One text says how calls are counted. Functions that count other rows are created from it, because SQL cannot pass a
-- table to a function, and each additional step would slow down the logging of every call.
DO
$make$
DECLARE
    -- The prefix of two columns, and the condition on the calls that they count.
    kinds CONSTANT text[] := ARRAY [
        ['successful', $$outcome = 'SUCCESSFUL'$$],
        ['missed', $$outcome = 'MISSED'$$],
        ['follow_up', $$outcome = 'FOLLOW_UP'$$],
        ['no_answer', $$outcome = 'NO_ANSWER'$$],
        ['busy', $$outcome = 'BUSY'$$],
        ['other', $$outcome = 'OTHER'$$],
        ['incoming', $$type = 'INCOMING'$$],
        ['outgoing', $$type = 'OUTGOING'$$]];

    -- Each call as the amount that it adds to its day, or takes from it.
    counted CONSTANT text :=
        'SELECT officer_id, reporting_day(started_at, time_zone) AS day, region, type, outcome, '
        '%2$s AS calls, %2$s * duration_seconds AS seconds FROM reporting, %1$s WHERE deleted_at IS NULL';
    added   CONSTANT text := format(counted, 'added', '1');
    removed CONSTANT text := format(counted, 'removed', '-1');
    -- A change that affects no figure must not write to officer_days.
    changed CONSTANT text := format(
        'SELECT officer_id, day, region, type, outcome, sum(calls) AS calls, sum(seconds) AS seconds '
        'FROM (%s UNION ALL %s) both_ways GROUP BY 1, 2, 3, 4, 5 HAVING sum(calls) <> 0 OR sum(seconds) <> 0',
        added, removed);
    -- The calls of one day. The bounds of the id prune partitions; they are a day wider than any offset of a zone.
    of_day  CONSTANT text := format(counted, 'calls', '1') || $sql$
        AND started_at >= start_of_day(target, time_zone)
        AND started_at < start_of_day(target + 1, time_zone)
        AND id >= call_id_bound((target - 2)::timestamp AT TIME ZONE 'UTC')
        AND id < call_id_bound((target + 4)::timestamp AT TIME ZONE 'UTC')
    $sql$;

    columns     text;
    types       text;
    sums        text;
    figures     text;
    increments  text;
    differences text;
    days        text;
    one         text;
    keep        text;
    -- At READ COMMITTED the statement locks officer_days, and so waits for a running recount, before it reads the zone.
    -- At other levels it would see the zone as of the start of the transaction: FOR SHARE makes the transaction fail if
    -- the zone was changed since then.
    trigger CONSTANT text := $sql$
        CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS
        $body$
        BEGIN
            IF current_setting('transaction_isolation') <> 'read committed' THEN
                PERFORM time_zone FROM reporting FOR SHARE;
            END IF;
            %s;
            RETURN NULL;
        END
        $body$
    $sql$;
    -- Nearly all statements change a single call. It needs no sums, which would take as long as all the rest.
    one_or_many CONSTANT text := 'PERFORM FROM %s OFFSET 1; IF FOUND THEN %s; ELSE %s; END IF';
BEGIN
    SELECT string_agg(format('%1$s_calls, %1$s_seconds', name), ', '),
           string_agg(format('%1$s_calls integer, %1$s_seconds bigint', name), ', '),
           string_agg(format(
               'coalesce(sum(calls) FILTER (WHERE %2$s), 0)::integer AS %1$s_calls, '
               'coalesce(sum(seconds) FILTER (WHERE %2$s), 0)::bigint AS %1$s_seconds', name, condition), ', '),
           string_agg(format(
               'CASE WHEN %2$s THEN calls ELSE 0 END AS %1$s_calls, '
               'CASE WHEN %2$s THEN seconds ELSE 0 END AS %1$s_seconds', name, condition), ', '),
           string_agg(format(
               '%1$s_calls = kept.%1$s_calls + excluded.%1$s_calls, '
               '%1$s_seconds = kept.%1$s_seconds + excluded.%1$s_seconds', name), ', '),
           string_agg(format(
               '(%1$L, kept.%2$s_calls::bigint, counted.%2$s_calls::bigint), '
               '(%3$L, kept.%2$s_seconds, counted.%2$s_seconds)',
               camel || 'Calls', name, camel || 'Seconds'), ', ')
    INTO columns, types, sums, figures, increments, differences
    FROM (SELECT kinds[i][1] AS name,
                 kinds[i][2] AS condition,
                 lower(left(kinds[i][1], 1)) || substr(replace(initcap(kinds[i][1]), '_', ''), 2) AS camel
          FROM generate_subscripts(kinds, 1) i) kind;

    -- Statements that change the same days lock their rows in the same order.
    days := format(
        'SELECT officer_id, day, region, %s FROM (%%s) counted GROUP BY 1, 2, 3 ORDER BY 1, 2, 3', sums);
    one := format('SELECT officer_id, day, region, %s FROM (%%s) counted', figures);
    keep := format(
        'INSERT INTO officer_days AS kept (officer_id, day, region, %s) %%s '
        'ON CONFLICT (officer_id, day, region) DO UPDATE SET %s', columns, increments);

    EXECUTE format(trigger, 'roll_up_inserted_calls', format(
        one_or_many, 'added', format(keep, format(days, added)), format(keep, format(one, added))));
    EXECUTE format(trigger, 'roll_up_deleted_calls', format(
        one_or_many, 'removed', format(keep, format(days, removed)), format(keep, format(one, removed))));
    EXECUTE format(trigger, 'roll_up_updated_calls', format(keep, format(days, changed)));
    EXECUTE format(
        'CREATE FUNCTION count_officer_day(target date) RETURNS void LANGUAGE sql '
        'SECURITY DEFINER SET search_path FROM CURRENT BEGIN ATOMIC %s; END',
        format(keep, format(days, of_day)));
    EXECUTE format(
        'CREATE FUNCTION counted_officer_day(target date) '
        'RETURNS TABLE (officer_id uuid, day date, region text, %s) LANGUAGE sql STABLE BEGIN ATOMIC %s; END',
        types, format(days, of_day));
    EXECUTE format($sql$
        CREATE FUNCTION officer_day_differences(target date)
            RETURNS TABLE (officer_id uuid, region text, figure text, kept bigint, counted bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
        BEGIN ATOMIC
            SELECT coalesce(kept.officer_id, counted.officer_id),
                   coalesce(kept.region, counted.region),
                   figure.name,
                   coalesce(figure.kept, 0),
                   coalesce(figure.counted, 0)
            FROM (SELECT * FROM officer_days WHERE day = target) kept
            FULL JOIN counted_officer_day(target) counted USING (officer_id, region)
            CROSS JOIN LATERAL (VALUES %s) figure (name, kept, counted)
            WHERE coalesce(figure.kept, 0) <> coalesce(figure.counted, 0)
            ORDER BY 1, 2, 3;
        END
        $sql$, differences);
END
$make$;

COMMENT ON FUNCTION roll_up_inserted_calls IS 'Adds the net change of a statement to officer_days, once for each row.';
COMMENT ON FUNCTION counted_officer_day IS 'The figures of a day, counted from its calls.';
COMMENT ON FUNCTION count_officer_day IS
    'Adds the figures of a day, counted from its calls. The caller holds the lock of lock_figures and has removed the '
    'figures that were there.';

CREATE FUNCTION refuse_to_truncate_calls() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    RAISE EXCEPTION 'Calls cannot be truncated, because officer_days would not follow. Use DELETE.';
END
$$;

-- A statement fires only the statement-level triggers of the table that it names. V7 adds these triggers to each
-- partition.
CREATE TRIGGER roll_up_inserted AFTER INSERT ON calls REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION roll_up_inserted_calls();
CREATE TRIGGER roll_up_updated AFTER UPDATE ON calls REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION roll_up_updated_calls();
CREATE TRIGGER roll_up_deleted AFTER DELETE ON calls REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION roll_up_deleted_calls();
CREATE TRIGGER refuse_to_truncate BEFORE TRUNCATE ON calls
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_truncate_calls();

COMMENT ON FUNCTION officer_day_differences IS 'The figures of a day that differ from its calls, at one moment.';

CREATE FUNCTION lock_figures() RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
    SET lock_timeout = '500ms'
AS
$$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'Use READ COMMITTED: calls must be counted as they are after the lock was granted.';
    END IF;
    FOR attempt IN 1..20
    LOOP
        BEGIN
            LOCK TABLE officer_days IN SHARE ROW EXCLUSIVE MODE;
            RETURN;
        EXCEPTION WHEN lock_not_available THEN
            IF attempt = 20 THEN
                RAISE;
            END IF;
            PERFORM pg_sleep(0.5);
        END;
    END LOOP;
END
$$;
COMMENT ON FUNCTION lock_figures IS
    'Waits for transactions that changed calls, and makes later ones wait until this transaction ends. While a request '
    'for the lock is queued, every change of a call queues behind it. So a request is withdrawn after half a second '
    'and repeated half a second later, 20 times in all. Then it fails with lock_not_available.';

CREATE FUNCTION rebuild_officer_day(target date)
    RETURNS TABLE (officer_id uuid, region text, figure text, kept bigint, counted bigint)
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
#variable_conflict use_column
BEGIN
    -- Most days agree. They are compared without the lock, so that nobody waits.
    PERFORM FROM officer_day_differences(target);
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM lock_figures();
    RETURN QUERY SELECT * FROM officer_day_differences(target);
    IF FOUND THEN
        DELETE FROM officer_days WHERE day = target;
        PERFORM count_officer_day(target);
    END IF;
END
$$;
COMMENT ON FUNCTION rebuild_officer_day IS
    'Counts a day again and returns the figures that were wrong. If there are any, changes of calls wait until the '
    'transaction ends.';

CREATE FUNCTION change_reporting_time_zone(zone text) RETURNS TABLE (first_day date, last_day date)
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
        SELECT reporting_day(min(started_at), zone), reporting_day(max(started_at), zone)
        FROM calls;
END
$$;
COMMENT ON FUNCTION change_reporting_time_zone IS
    'Sets the time zone and removes all figures. The same transaction must then call count_officer_day for each day '
    'from the first to the last (null without calls). Changes of calls wait until the transaction ends.';

-- These functions run with the rights of their owner, so other roles need a grant. Triggers fire without one.
REVOKE EXECUTE ON FUNCTION roll_up_inserted_calls() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION roll_up_updated_calls() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION roll_up_deleted_calls() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION officer_day_differences(date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION count_officer_day(date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION rebuild_officer_day(date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION change_reporting_time_zone(text) FROM PUBLIC;
