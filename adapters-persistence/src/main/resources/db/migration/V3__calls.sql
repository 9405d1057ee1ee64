CREATE TABLE calls (
    id               uuid PRIMARY KEY,
    officer_id       uuid                NOT NULL REFERENCES officers,
    client_id        uuid REFERENCES clients,
    region           text COLLATE "C"    NOT NULL,
    type             text                NOT NULL CHECK (type IN ('INCOMING', 'OUTGOING')),
    outcome          text                NOT NULL CHECK (outcome IN
        ('SUCCESSFUL', 'MISSED', 'FOLLOW_UP', 'NO_ANSWER', 'BUSY', 'OTHER')),
    duration_seconds integer             NOT NULL CHECK (duration_seconds BETWEEN 0 AND 86400),
    started_at       timestamptz         NOT NULL,
    comment          text,
    external_id      text COLLATE "C",
    logged_by        uuid                NOT NULL,
    logged_at        timestamptz         NOT NULL,
    updated_at       timestamptz         NOT NULL,
    deleted_at       timestamptz,
    fingerprint      bytea CHECK (octet_length(fingerprint) = 32),
    version          bigint              NOT NULL DEFAULT 0,
    -- Both functions return NULL for other UUIDs, and a CHECK accepts NULL: hence IS NOT DISTINCT FROM. Partition
    -- pruning relies on this constraint.
    CONSTRAINT calls_id_near_start CHECK (
        uuid_extract_version(id) IS NOT DISTINCT FROM 7
        AND abs(extract(epoch FROM (started_at - uuid_extract_timestamp(id)))) <= 86400)
) PARTITION BY RANGE (id);

COMMENT ON TABLE calls IS
    'Calls between officers and clients. One partition for each month of the time in the id. A condition on '
    'started_at prunes partitions if bounds of the id, 24 hours wider, stand beside it.';
COMMENT ON COLUMN calls.id IS
    'A UUID of version 7 whose time is within 24 hours of started_at. Made by the server, or by a client that wants a '
    'repeated request to be recognised.';
COMMENT ON COLUMN calls.region IS
    'The region of the officer when the call was logged. It stays when the officer moves. Always one of table regions, '
    'because it is copied from the officer. There is no foreign key: concurrent inserts would all lock the same row of '
    'regions.';
COMMENT ON COLUMN calls.logged_by IS
    'The officer who logged the call: the officer of the call, or somebody who acted for them. No foreign key, because '
    'officers are never deleted from their table and the value comes from an authenticated request.';
COMMENT ON COLUMN calls.external_id IS 'The id of the call in another system.';
COMMENT ON COLUMN calls.fingerprint IS
    'SHA-256 of the request that logged the call, if the client made the id. Tells a repeated request from another '
    'call with the same id, also after the call was changed.';
COMMENT ON COLUMN calls.version IS 'Number of changes, for optimistic locking.';

CREATE INDEX calls_by_officer ON calls (officer_id, started_at DESC, id DESC);
CREATE INDEX calls_by_client ON calls (client_id, started_at DESC, id DESC);
CREATE INDEX calls_by_region ON calls (region, started_at DESC, id DESC);
CREATE INDEX calls_by_start ON calls (started_at DESC, id DESC);
CREATE INDEX calls_by_external_id ON calls (external_id) WHERE external_id IS NOT NULL;

CREATE FUNCTION call_id_bound(moment timestamptz) RETURNS uuid
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN rpad(lpad(to_hex(floor(extract(epoch FROM moment) * 1000)::bigint), 12, '0'), 32, '0')::uuid;
COMMENT ON FUNCTION call_id_bound IS
    'The smallest id of that millisecond: the time in the top 48 bits, zeros in the rest.';
