-- The figures that are kept beside the calls. Everything that counts calls stands in this file.

CREATE TABLE reporting (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    time_zone text NOT NULL
);
COMMENT ON TABLE reporting IS 'What a day is, for everybody who counts: one row.';
COMMENT ON COLUMN reporting.time_zone IS
    'A zone of the IANA database. Changed by change_reporting_time_zone only, which forgets all figures.';

INSERT INTO reporting (time_zone) VALUES ('${reporting-time-zone}');

ANALYZE reporting;

-- Fails if PostgreSQL does not know the zone.
SELECT now() AT TIME ZONE time_zone FROM reporting;

CREATE FUNCTION start_of_day(day date, zone text) RETURNS timestamptz
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    -- Where clocks change at or over midnight, it may not exist, or come twice, and so may the last moment of the
    -- day before. Of midnight and what follows that moment, the earlier one is the beginning.
    RETURN least(
        day::timestamp AT TIME ZONE zone,
        ((day - interval '1 microsecond') AT TIME ZONE zone) + interval '1 microsecond');
COMMENT ON FUNCTION start_of_day IS 'The first moment of a day in a zone; the day ends where the next begins.';

CREATE FUNCTION reporting_day(moment timestamptz, zone text) RETURNS date
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    -- Where clocks were once put back from after midnight to before it, some local dates come twice.
    RETURN (moment AT TIME ZONE zone)::date
        - (moment < start_of_day((moment AT TIME ZONE zone)::date, zone))::integer;
COMMENT ON FUNCTION reporting_day IS 'The day that a moment belongs to: the last one that has begun by then.';

-- The region stands after the figures: what comes after text has no fixed place in a row and is found slowly.
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
    'What the calls of an officer on a day in a region amount to. Kept by triggers in the transaction that '
    'changes the calls, so the two agree at every moment; nobody else writes here. No foreign key: the calls '
    'have them. A row all of whose calls were deleted stays, with zeros.';
COMMENT ON COLUMN officer_days.day IS 'In the zone of table reporting.';
COMMENT ON COLUMN officer_days.connected IS 'In how many the two spoke to each other.';

-- None holds a figure: a row that only counts on is changed in place. Days follow each other in the table, so a range
-- of them is read block by block; by a tree it would take twice as long.
CREATE INDEX officer_days_by_day ON officer_days USING brin (day) WITH (pages_per_range = 64, autosummarize = on);
CREATE INDEX officer_days_by_region ON officer_days (region, day);

-- What the functions below see does not depend on who calls them: this schema, temporary objects last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Calls are counted in one way. Functions that count other rows are made from the same text, because SQL can
-- pass no table to a function, and each step between the rows and the table costs every call that is logged.
DO
$make$
DECLARE
    -- A pair of figures, and which calls count for it.
    kinds CONSTANT text[] := ARRAY [
        ['successful', $$outcome = 'SUCCESSFUL'$$],
        ['missed', $$outcome = 'MISSED'$$],
        ['follow_up', $$outcome = 'FOLLOW_UP'$$],
        ['no_answer', $$outcome = 'NO_ANSWER'$$],
        ['busy', $$outcome = 'BUSY'$$],
        ['other', $$outcome = 'OTHER'$$],
        ['incoming', $$type = 'INCOMING'$$],
        ['outgoing', $$type = 'OUTGOING'$$]];

    -- Calls, each as what it adds to or takes from its day.
    counted CONSTANT text :=
        'SELECT officer_id, reporting_day(started_at, time_zone) AS day, region, type, outcome, '
        '%2$s AS calls, %2$s * duration_seconds AS seconds FROM reporting, %1$s WHERE deleted_at IS NULL';
    added   CONSTANT text := format(counted, 'added', '1');
    removed CONSTANT text := format(counted, 'removed', '-1');
    -- A change that moves no figure touches no day.
    changed CONSTANT text := format(
        'SELECT officer_id, day, region, type, outcome, sum(calls) AS calls, sum(seconds) AS seconds '
        'FROM (%s UNION ALL %s) both_ways GROUP BY 1, 2, 3, 4, 5 HAVING sum(calls) <> 0 OR sum(seconds) <> 0',
        added, removed);
    -- Those of one day. The bounds of the id, a day wider than any zone is off, prune the partitions.
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
    -- At READ COMMITTED the statement locks officer_days, and thereby waits for whoever counts anew, before it
    -- looks at the zone. At other levels it would see the zone of the transaction's beginning: FOR SHARE has
    -- the transaction undone if that has changed.
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
    -- A single call, as nearly all statements bring, needs no sums, whose preparation would cost as much as the rest.
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

    -- Statements that change the same days lock them in the same order.
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

COMMENT ON FUNCTION roll_up_inserted_calls IS
    'Adds what a statement did to the calls to officer_days: the sum of its changes, once for each row there.';
COMMENT ON FUNCTION roll_up_deleted_calls IS 'As roll_up_inserted_calls.';
COMMENT ON FUNCTION roll_up_updated_calls IS 'As roll_up_inserted_calls.';
COMMENT ON FUNCTION counted_officer_day IS 'What the calls of a day amount to, counted one by one.';
COMMENT ON FUNCTION count_officer_day IS
    'Keeps what the calls of a day amount to. For days of which nothing is kept, under the lock of its callers.';

CREATE FUNCTION refuse_to_truncate_calls() RETURNS trigger
    LANGUAGE plpgsql
AS
$$
BEGIN
    RAISE EXCEPTION 'Calls cannot be truncated: officer_days would not follow. DELETE them.';
END
$$;

CREATE FUNCTION add_call_triggers(target regclass) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER roll_up_inserted AFTER INSERT ON %s REFERENCING NEW TABLE AS added '
        'FOR EACH STATEMENT EXECUTE FUNCTION roll_up_inserted_calls()', target);
    EXECUTE format(
        'CREATE TRIGGER roll_up_updated AFTER UPDATE ON %s REFERENCING OLD TABLE AS removed NEW TABLE AS added '
        'FOR EACH STATEMENT EXECUTE FUNCTION roll_up_updated_calls()', target);
    EXECUTE format(
        'CREATE TRIGGER roll_up_deleted AFTER DELETE ON %s REFERENCING OLD TABLE AS removed '
        'FOR EACH STATEMENT EXECUTE FUNCTION roll_up_deleted_calls()', target);
    EXECUTE format(
        'CREATE TRIGGER refuse_to_truncate BEFORE TRUNCATE ON %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_truncate_calls()', target);
END
$$;
COMMENT ON FUNCTION add_call_triggers IS
    'For calls and for each of its partitions: a statement fires only the triggers of the table that it names.';

-- As in V2; new partitions get their triggers too.
CREATE OR REPLACE FUNCTION ensure_call_partitions(months_ahead integer DEFAULT 24) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
    SET lock_timeout = '5s'
    SET timezone = 'UTC'
AS
$$
DECLARE
    this_month  CONSTANT timestamptz := date_trunc('month', now());
    first_month timestamptz;
    month       timestamptz;
    partition   text;
    made        integer := 0;
BEGIN
    IF months_ahead NOT BETWEEN 1 AND 120 THEN
        RAISE EXCEPTION 'months_ahead must be from 1 to 120, not %', months_ahead;
    END IF;
    -- Nodes that start together take turns.
    PERFORM pg_advisory_xact_lock(hashtextextended('ensure_call_partitions', 0));

    SELECT to_timestamp(right(child.relname, 7), 'YYYY_MM') INTO STRICT first_month
    FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'calls'::regclass AND child.relname LIKE 'calls\_before\_%';

    FOR month IN
        SELECT generate_series(first_month, this_month + make_interval(months => months_ahead), '1 month')
    LOOP
        partition := to_char(month, '"calls_"YYYY_MM');
        IF to_regclass(partition) IS NULL THEN
            -- CREATE … PARTITION OF would wait for every reader and hold off all that follow.
            EXECUTE format('CREATE TABLE %I (LIKE calls INCLUDING ALL)', partition);
            PERFORM add_call_triggers(partition::regclass);
            EXECUTE format('ALTER TABLE calls ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                partition, call_id_bound(month), call_id_bound(month + interval '1 month'));
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END
$$;

COMMENT ON FUNCTION officer_day_differences IS
    'Every figure kept for a day that is not what its calls amount to, both at one moment.';

CREATE FUNCTION rebuild_officer_day(target date)
    RETURNS TABLE (officer_id uuid, region text, figure text, kept bigint, counted bigint)
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
    SET lock_timeout = '10s'
AS
$$
#variable_conflict use_column
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'Counting needs READ COMMITTED: it must see the calls as they are once it has its lock.';
    END IF;
    -- Whoever changes calls has either ended, or waits to add to what is counted here.
    LOCK TABLE officer_days IN SHARE ROW EXCLUSIVE MODE;
    RETURN QUERY SELECT * FROM officer_day_differences(target);
    IF FOUND THEN
        DELETE FROM officer_days WHERE day = target;
        PERFORM count_officer_day(target);
    END IF;
END
$$;
COMMENT ON FUNCTION rebuild_officer_day IS
    'Makes the figures of a day what its calls amount to, and tells what was wrong. Changes of calls wait until '
    'the transaction ends.';

CREATE FUNCTION change_reporting_time_zone(zone text) RETURNS TABLE (first_day date, last_day date)
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
    SET lock_timeout = '10s'
AS
$$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'Counting needs READ COMMITTED: it must see the calls as they are once it has its lock.';
    END IF;
    LOCK TABLE officer_days IN SHARE ROW EXCLUSIVE MODE;
    UPDATE reporting SET time_zone = zone;
    DELETE FROM officer_days;
    RETURN QUERY
        SELECT reporting_day(min(started_at), zone), reporting_day(max(started_at), zone)
        FROM calls;
END
$$;
COMMENT ON FUNCTION change_reporting_time_zone IS
    'Goes over to another zone and forgets all figures; the same transaction must then count_officer_day each '
    'day from the first to the last (both null without calls). Changes of calls wait until it ends.';

-- They act with the rights of their owner: others need a grant. To fire a trigger that is there nobody needs one.
REVOKE EXECUTE ON FUNCTION roll_up_inserted_calls() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION roll_up_updated_calls() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION roll_up_deleted_calls() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION officer_day_differences(date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION count_officer_day(date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION rebuild_officer_day(date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION change_reporting_time_zone(text) FROM PUBLIC;

SELECT add_call_triggers('calls');
SELECT add_call_triggers(inhrelid::regclass) FROM pg_inherits WHERE inhparent = 'calls'::regclass;

-- Calls that were logged before figures were kept.
SELECT count_officer_day(counted.first_day + n)
FROM change_reporting_time_zone((SELECT time_zone FROM reporting)) counted,
     generate_series(0, counted.last_day - counted.first_day) n;
