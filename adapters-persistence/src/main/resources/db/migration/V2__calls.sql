CREATE TABLE calls (
    id               uuid PRIMARY KEY,
    officer_id       uuid                NOT NULL REFERENCES officers,
    client_id        uuid REFERENCES clients,
    region           text COLLATE "C"    NOT NULL REFERENCES regions,
    type             text                NOT NULL CHECK (type IN ('INCOMING', 'OUTGOING')),
    outcome          text                NOT NULL CHECK (outcome IN
        ('SUCCESSFUL', 'MISSED', 'FOLLOW_UP', 'NO_ANSWER', 'BUSY', 'OTHER')),
    duration_seconds integer             NOT NULL CHECK (duration_seconds BETWEEN 0 AND 86400),
    started_at       timestamptz         NOT NULL,
    comment          text,
    logged_by        uuid                NOT NULL REFERENCES officers,
    logged_at        timestamptz         NOT NULL,
    updated_at       timestamptz         NOT NULL,
    deleted_at       timestamptz,
    fingerprint      bytea CHECK (octet_length(fingerprint) = 32),
    version          bigint              NOT NULL DEFAULT 0,
    -- Both functions answer NULL for what is no such UUID, and a CHECK lets NULL pass: hence the
    -- DISTINCT. The pruning of partitions relies on this constraint.
    CONSTRAINT calls_id_near_start CHECK (
        uuid_extract_version(id) IS NOT DISTINCT FROM 7
        AND abs(extract(epoch FROM (started_at - uuid_extract_timestamp(id)))) <= 86400)
) PARTITION BY RANGE (id);

COMMENT ON TABLE calls IS
    'What happened between officers and clients. One partition per month of the time in the id; a '
    'condition on started_at prunes them when bounds of the id, 24 hours wider, stand beside it.';
COMMENT ON COLUMN calls.id IS
    'A UUID of version 7 whose time lies within 24 hours of started_at; made by the server or by a '
    'client that wants a repeated request to be recognised.';
COMMENT ON COLUMN calls.region IS
    'Where the officer was placed when the call was logged; stays when the officer moves.';
COMMENT ON COLUMN calls.fingerprint IS
    'SHA-256 of the request that logged the call, when its id was the client''s: tells a repeat from '
    'another call under the same id, also after the call was changed.';
COMMENT ON COLUMN calls.version IS 'Counts the changes, for optimistic locking.';

CREATE INDEX calls_by_officer ON calls (officer_id, started_at DESC, id DESC);
CREATE INDEX calls_by_client ON calls (client_id, started_at DESC, id DESC);
CREATE INDEX calls_by_region ON calls (region, started_at DESC, id DESC);
CREATE INDEX calls_by_start ON calls (started_at DESC, id DESC);

CREATE FUNCTION call_id_bound(moment timestamptz) RETURNS uuid
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN rpad(lpad(to_hex(floor(extract(epoch FROM moment) * 1000)::bigint), 12, '0'), 32, '0')::uuid;
COMMENT ON FUNCTION call_id_bound IS
    'The smallest id of that millisecond: the time in the top 48 bits, the rest zero.';

-- What the functions below see does not depend on who calls them: this schema, temporary objects last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

CREATE FUNCTION ensure_call_partitions(months_ahead integer DEFAULT 24) RETURNS integer
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

    SELECT to_timestamp(right(child.relname, 7), 'YYYY_MM') INTO first_month
    FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'calls'::regclass AND child.relname LIKE 'calls\_before\_%';
    IF first_month IS NULL THEN
        first_month := this_month - interval '12 months';
        EXECUTE format('CREATE TABLE %I PARTITION OF calls FOR VALUES FROM (MINVALUE) TO (%L)',
            'calls_before_' || to_char(first_month, 'YYYY_MM'), call_id_bound(first_month));
        made := 1;
    END IF;

    FOR month IN
        SELECT generate_series(first_month, this_month + make_interval(months => months_ahead), '1 month')
    LOOP
        partition := to_char(month, '"calls_"YYYY_MM');
        IF to_regclass(partition) IS NULL THEN
            -- CREATE … PARTITION OF would wait for every reader and hold off all that follow.
            EXECUTE format('CREATE TABLE %I (LIKE calls INCLUDING ALL)', partition);
            EXECUTE format('ALTER TABLE calls ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                partition, call_id_bound(month), call_id_bound(month + interval '1 month'));
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END
$$;
COMMENT ON FUNCTION ensure_call_partitions IS
    'Sees to it that calls can be stored up to so many months from now, and answers how many '
    'partitions it made. Made long ahead, because a default partition or one made on demand would '
    'block. Gives up rather than wait long for a lock: call it again.';

-- It acts with the rights of its owner: others need a grant.
REVOKE EXECUTE ON FUNCTION ensure_call_partitions(integer) FROM PUBLIC;

SELECT ensure_call_partitions();
