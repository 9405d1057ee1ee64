-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

CREATE FUNCTION add_partition(parent text, name text, lower timestamptz, upper timestamptz) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
    SET timezone = 'UTC'
AS
$$
DECLARE
    is_calls CONSTANT boolean := parent = 'calls';
    definition text;
BEGIN
    -- CREATE TABLE … PARTITION OF would wait for all readers of the parent, and new readers would wait for it.
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name, parent);
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
COMMENT ON FUNCTION add_partition IS
    'Adds a partition with the rows from lower (unbounded if null) up to, and not including, upper.';

CREATE FUNCTION ensure_partitions(months_ahead integer DEFAULT 24) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
    SET lock_timeout = '5s'
    SET timezone = 'UTC'
AS
$$
DECLARE
    this_month  CONSTANT timestamptz := date_trunc('month', now());
    parent      text;
    first_month timestamptz;
    month       timestamptz;
    created     integer := 0;
BEGIN
    IF months_ahead NOT BETWEEN 1 AND 120 THEN
        RAISE EXCEPTION 'months_ahead must be from 1 to 120, not %', months_ahead;
    END IF;
    -- Nodes that start at the same time take turns.
    PERFORM pg_advisory_xact_lock(hashtextextended('ensure_partitions', 0));

    FOREACH parent IN ARRAY ARRAY ['calls', 'audit_log', 'audit_personal']
    LOOP
        SELECT max(to_date(right(relname, 7), 'YYYY_MM')) + interval '1 month' INTO first_month
        FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent = parent::regclass;
        IF first_month IS NULL THEN
            first_month := this_month - interval '12 months';
            PERFORM add_partition(parent, parent || to_char(first_month, '"_before_"YYYY_MM'), NULL, first_month);
            created := created + 1;
        END IF;
        FOR month IN
            SELECT generate_series(first_month, this_month + make_interval(months => months_ahead), '1 month')
        LOOP
            PERFORM add_partition(parent, parent || to_char(month, '"_"YYYY_MM'), month, month + interval '1 month');
            created := created + 1;
        END LOOP;
    END LOOP;
    RETURN created;
END
$$;
COMMENT ON FUNCTION ensure_partitions IS
    'Creates monthly partitions of calls and of the audit trail, from the newest one up to this many months from now, '
    'and returns their number. They are created long ahead: a default partition would block the creation of others, '
    'and creating one during an insert would block readers. If a lock is not available within 5 seconds, the function '
    'fails; call it again.';

CREATE FUNCTION drop_audit_partitions(older_than timestamptz) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
    SET lock_timeout = '5s'
    SET timezone = 'UTC'
AS
$$
DECLARE
    month     CONSTANT text := to_char(older_than, 'YYYY_MM');
    partition text;
    parent    regclass;
    months    integer := 0;
    dropped   integer := 0;
BEGIN
    IF older_than IS NULL OR older_than > date_trunc('month', now()) THEN
        RAISE EXCEPTION 'Only months before the current one can be dropped, so older_than cannot be %.',
            coalesce(older_than::text, 'null');
    END IF;
    -- Nodes take turns. The others find nothing left to drop.
    PERFORM pg_advisory_xact_lock(hashtextextended('ensure_partitions', 0));
    -- All readers and writers of the audit trail queue behind the locks of DROP TABLE.
    SET LOCAL lock_timeout = '500ms';
    FOR partition, parent IN
        SELECT relname, inhparent
        FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent IN ('audit_log'::regclass, 'audit_personal'::regclass)
          AND CASE WHEN relname LIKE '%\_before\_%' THEN right(relname, 7) <= month ELSE right(relname, 7) < month END
        ORDER BY right(relname, 7), relname
    LOOP
        EXECUTE format('DROP TABLE IF EXISTS %I', partition);
        dropped := dropped + 1;
        months := months + (parent = 'audit_log'::regclass)::integer;
    END LOOP;
    IF dropped > 0 THEN
        INSERT INTO audit_log (at, action, subject_type, outcome, changes)
        VALUES (date_trunc('milliseconds', now()), 'AUDIT_MONTHS_DROPPED', 'AUDIT', 'DONE', jsonb_build_array(
            jsonb_build_object('field', 'olderThan', 'from', NULL, 'to', to_char(older_than, 'YYYY-MM')),
            jsonb_build_object('field', 'months', 'from', months::text, 'to', '0')));
    END IF;
    RETURN dropped;
END
$$;
COMMENT ON FUNCTION drop_audit_partitions IS
    'Drops the months of the audit trail that only have lines older than this moment, adds a line that says so, and '
    'returns the number of dropped partitions. The current month and later ones cannot be dropped. If a lock is not '
    'available within half a second (5 seconds while another node creates or drops partitions), nothing is dropped; '
    'call it again.';

-- These functions run with the rights of their owner, so other roles need a grant.
REVOKE EXECUTE ON FUNCTION add_partition(text, text, timestamptz, timestamptz) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION ensure_partitions(integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION drop_audit_partitions(timestamptz) FROM PUBLIC;

SELECT ensure_partitions();
