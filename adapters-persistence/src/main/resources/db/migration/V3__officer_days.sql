-- The figures that are kept beside the calls. Everything that counts calls stands in this file.

CREATE TABLE reporting (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    time_zone text NOT NULL
);
COMMENT ON TABLE reporting IS 'What a day is, for everybody who counts: one row.';
COMMENT ON COLUMN reporting.time_zone IS
    'A zone of the IANA database. Changed by change_reporting_time_zone only, which forgets all figures.';

INSERT INTO reporting (time_zone) VALUES ('${reporting-time-zone}');

-- Fails if PostgreSQL does not know the zone.
SELECT now() AT TIME ZONE time_zone FROM reporting;

CREATE FUNCTION start_of_day(day date, zone text) RETURNS timestamptz
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    -- Midnight may not exist, or exist twice, when clocks change; what follows the last moment of the
    -- day before is always one moment.
    RETURN (((day - interval '1 microsecond') AT TIME ZONE zone) + interval '1 microsecond');
COMMENT ON FUNCTION start_of_day IS 'The first moment of a day in a zone; the day ends where the next begins.';

CREATE FUNCTION reporting_day(moment timestamptz, zone text) RETURNS date
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    -- Where clocks were once put back from after midnight to before it, some local dates come twice.
    RETURN (moment AT TIME ZONE zone)::date
        - (moment < start_of_day((moment AT TIME ZONE zone)::date, zone))::integer;
COMMENT ON FUNCTION reporting_day IS 'The day that a moment belongs to: the last one that has begun by then.';

CREATE TABLE officer_days (
    officer_id         uuid             NOT NULL,
    day                date             NOT NULL,
    region             text COLLATE "C" NOT NULL,
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
    calls              integer          NOT NULL GENERATED ALWAYS AS (
        successful_calls + missed_calls + follow_up_calls + no_answer_calls + busy_calls + other_calls) STORED,
    connected          integer          NOT NULL GENERATED ALWAYS AS (
        successful_calls + follow_up_calls) STORED,
    seconds            bigint           NOT NULL GENERATED ALWAYS AS (
        successful_seconds + missed_seconds + follow_up_seconds + no_answer_seconds + busy_seconds
            + other_seconds) STORED,
    PRIMARY KEY (officer_id, day, region)
) WITH (fillfactor = 80);

COMMENT ON TABLE officer_days IS
    'What the calls of an officer on a day in a region amount to. Kept by triggers in the transaction that '
    'changes the calls, so the two agree at every moment; nobody else writes here. No foreign key: the calls '
    'have them. A row all of whose calls were deleted stays, with zeros.';
COMMENT ON COLUMN officer_days.day IS 'In the zone of table reporting.';
COMMENT ON COLUMN officer_days.connected IS 'In how many the two spoke to each other.';

-- None holds a figure: a row that only counts on is changed in place.
CREATE INDEX officer_days_by_day ON officer_days (day);
CREATE INDEX officer_days_by_region ON officer_days (region, day);

-- What the functions below see does not depend on who calls them: this schema, temporary objects last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Calls are counted in one way. Functions that count other rows are made from the same text, because SQL can
-- pass no table to a function, and each step between the rows and the table costs every call that is logged.
DO
$make$
DECLARE
    -- Calls, each as what it adds to or takes from its day.
    counted CONSTANT text :=
        'SELECT officer_id, reporting_day(started_at, (SELECT time_zone FROM reporting)) AS day, region, type, '
        'outcome, %2$s AS calls, %2$s * duration_seconds AS seconds FROM %1$s WHERE deleted_at IS NULL';
    added   CONSTANT text := format(counted, 'added', '1');
    removed CONSTANT text := format(counted, 'removed', '-1');
    -- A change that moves no figure touches no day.
    changed CONSTANT text := format(
        'SELECT officer_id, day, region, type, outcome, sum(calls) AS calls, sum(seconds) AS seconds '
        'FROM (%s UNION ALL %s) both_ways GROUP BY 1, 2, 3, 4, 5 HAVING sum(calls) <> 0 OR sum(seconds) <> 0',
        added, removed);
    -- Those of one day. The bounds of the id, a day wider than any zone is off, prune the partitions.
    of_day  CONSTANT text := format(counted, 'calls', '1') || $sql$
        AND started_at >= start_of_day(target, (SELECT time_zone FROM reporting))
        AND started_at < start_of_day(target + 1, (SELECT time_zone FROM reporting))
        AND id >= call_id_bound((target - 2)::timestamp AT TIME ZONE 'UTC')
        AND id < call_id_bound((target + 4)::timestamp AT TIME ZONE 'UTC')
    $sql$;

    -- What they amount to. Statements that change the same days lock them in the same order.
    days    CONSTANT text := $sql$
        SELECT officer_id,
               day,
               region,
               coalesce(sum(calls) FILTER (WHERE outcome = 'SUCCESSFUL'), 0)::integer AS successful_calls,
               coalesce(sum(seconds) FILTER (WHERE outcome = 'SUCCESSFUL'), 0)::bigint AS successful_seconds,
               coalesce(sum(calls) FILTER (WHERE outcome = 'MISSED'), 0)::integer AS missed_calls,
               coalesce(sum(seconds) FILTER (WHERE outcome = 'MISSED'), 0)::bigint AS missed_seconds,
               coalesce(sum(calls) FILTER (WHERE outcome = 'FOLLOW_UP'), 0)::integer AS follow_up_calls,
               coalesce(sum(seconds) FILTER (WHERE outcome = 'FOLLOW_UP'), 0)::bigint AS follow_up_seconds,
               coalesce(sum(calls) FILTER (WHERE outcome = 'NO_ANSWER'), 0)::integer AS no_answer_calls,
               coalesce(sum(seconds) FILTER (WHERE outcome = 'NO_ANSWER'), 0)::bigint AS no_answer_seconds,
               coalesce(sum(calls) FILTER (WHERE outcome = 'BUSY'), 0)::integer AS busy_calls,
               coalesce(sum(seconds) FILTER (WHERE outcome = 'BUSY'), 0)::bigint AS busy_seconds,
               coalesce(sum(calls) FILTER (WHERE outcome = 'OTHER'), 0)::integer AS other_calls,
               coalesce(sum(seconds) FILTER (WHERE outcome = 'OTHER'), 0)::bigint AS other_seconds,
               coalesce(sum(calls) FILTER (WHERE type = 'INCOMING'), 0)::integer AS incoming_calls,
               coalesce(sum(seconds) FILTER (WHERE type = 'INCOMING'), 0)::bigint AS incoming_seconds,
               coalesce(sum(calls) FILTER (WHERE type = 'OUTGOING'), 0)::integer AS outgoing_calls,
               coalesce(sum(seconds) FILTER (WHERE type = 'OUTGOING'), 0)::bigint AS outgoing_seconds
        FROM (%s) counted
        GROUP BY officer_id, day, region
        ORDER BY officer_id, day, region
    $sql$;

    keep    CONSTANT text := $sql$
        INSERT INTO officer_days AS kept (
            officer_id, day, region,
            successful_calls, successful_seconds, missed_calls, missed_seconds,
            follow_up_calls, follow_up_seconds, no_answer_calls, no_answer_seconds,
            busy_calls, busy_seconds, other_calls, other_seconds,
            incoming_calls, incoming_seconds, outgoing_calls, outgoing_seconds)
        %s
        ON CONFLICT (officer_id, day, region) DO UPDATE SET
            successful_calls   = kept.successful_calls + excluded.successful_calls,
            successful_seconds = kept.successful_seconds + excluded.successful_seconds,
            missed_calls       = kept.missed_calls + excluded.missed_calls,
            missed_seconds     = kept.missed_seconds + excluded.missed_seconds,
            follow_up_calls    = kept.follow_up_calls + excluded.follow_up_calls,
            follow_up_seconds  = kept.follow_up_seconds + excluded.follow_up_seconds,
            no_answer_calls    = kept.no_answer_calls + excluded.no_answer_calls,
            no_answer_seconds  = kept.no_answer_seconds + excluded.no_answer_seconds,
            busy_calls         = kept.busy_calls + excluded.busy_calls,
            busy_seconds       = kept.busy_seconds + excluded.busy_seconds,
            other_calls        = kept.other_calls + excluded.other_calls,
            other_seconds      = kept.other_seconds + excluded.other_seconds,
            incoming_calls     = kept.incoming_calls + excluded.incoming_calls,
            incoming_seconds   = kept.incoming_seconds + excluded.incoming_seconds,
            outgoing_calls     = kept.outgoing_calls + excluded.outgoing_calls,
            outgoing_seconds   = kept.outgoing_seconds + excluded.outgoing_seconds
    $sql$;

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
BEGIN
    EXECUTE format(trigger, 'roll_up_inserted_calls', format(keep, format(days, added)));
    EXECUTE format(trigger, 'roll_up_deleted_calls', format(keep, format(days, removed)));
    EXECUTE format(trigger, 'roll_up_updated_calls', format(keep, format(days, changed)));
    EXECUTE format(
        'CREATE FUNCTION count_officer_day(target date) RETURNS void LANGUAGE sql '
        'SECURITY DEFINER SET search_path FROM CURRENT BEGIN ATOMIC %s; END',
        format(keep, format(days, of_day)));
    EXECUTE format($sql$
        CREATE FUNCTION counted_officer_day(target date)
            RETURNS TABLE (
                officer_id uuid, day date, region text,
                successful_calls integer, successful_seconds bigint, missed_calls integer, missed_seconds bigint,
                follow_up_calls integer, follow_up_seconds bigint, no_answer_calls integer,
                no_answer_seconds bigint, busy_calls integer, busy_seconds bigint, other_calls integer,
                other_seconds bigint, incoming_calls integer, incoming_seconds bigint, outgoing_calls integer,
                outgoing_seconds bigint)
            LANGUAGE sql STABLE BEGIN ATOMIC %s; END
        $sql$, format(days, of_day));
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

CREATE FUNCTION officer_day_differences(target date)
    RETURNS TABLE (officer_id uuid, region text, figure text, kept bigint, counted bigint)
    LANGUAGE sql STABLE
    SECURITY DEFINER
    SET search_path FROM CURRENT
BEGIN ATOMIC
    SELECT coalesce(kept.officer_id, counted.officer_id),
           coalesce(kept.region, counted.region),
           figure.name,
           coalesce(figure.kept, 0),
           coalesce(figure.counted, 0)
    FROM (SELECT * FROM officer_days WHERE day = target) kept
    FULL JOIN counted_officer_day(target) counted USING (officer_id, region)
    CROSS JOIN LATERAL (VALUES
        ('successfulCalls', kept.successful_calls::bigint, counted.successful_calls::bigint),
        ('successfulSeconds', kept.successful_seconds, counted.successful_seconds),
        ('missedCalls', kept.missed_calls, counted.missed_calls),
        ('missedSeconds', kept.missed_seconds, counted.missed_seconds),
        ('followUpCalls', kept.follow_up_calls, counted.follow_up_calls),
        ('followUpSeconds', kept.follow_up_seconds, counted.follow_up_seconds),
        ('noAnswerCalls', kept.no_answer_calls, counted.no_answer_calls),
        ('noAnswerSeconds', kept.no_answer_seconds, counted.no_answer_seconds),
        ('busyCalls', kept.busy_calls, counted.busy_calls),
        ('busySeconds', kept.busy_seconds, counted.busy_seconds),
        ('otherCalls', kept.other_calls, counted.other_calls),
        ('otherSeconds', kept.other_seconds, counted.other_seconds),
        ('incomingCalls', kept.incoming_calls, counted.incoming_calls),
        ('incomingSeconds', kept.incoming_seconds, counted.incoming_seconds),
        ('outgoingCalls', kept.outgoing_calls, counted.outgoing_calls),
        ('outgoingSeconds', kept.outgoing_seconds, counted.outgoing_seconds)
    ) figure (name, kept, counted)
    WHERE coalesce(figure.kept, 0) <> coalesce(figure.counted, 0)
    ORDER BY 1, 2, 3;
END;
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

-- They act with the rights of their owner: others need a grant.
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
