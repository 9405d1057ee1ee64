CREATE TABLE api_keys (
    id                  uuid PRIMARY KEY,
    name                text                     NOT NULL,
    sort_name           text COLLATE "und-x-icu" NOT NULL
        GENERATED ALWAYS AS (casefold(name COLLATE pg_unicode_fast)) STORED,
    scopes              text[]                   NOT NULL CHECK (cardinality(scopes) > 0),
    region_key          integer                  NOT NULL REFERENCES regions (key),
    requests_per_minute integer                  NOT NULL CHECK (requests_per_minute BETWEEN 1 AND 60000),
    expires_at          timestamptz,
    last_used_at        timestamptz,
    hash                bytea                    NOT NULL CHECK (octet_length(hash) = 32),
    prefix              text COLLATE "C"         NOT NULL,
    created_by          uuid,
    created_at          timestamptz              NOT NULL,
    updated_at          timestamptz              NOT NULL,
    deleted_at          timestamptz,
    version             bigint                   NOT NULL DEFAULT 0
);
COMMENT ON TABLE api_keys IS
    'Keys with which programs call the API. Revoked keys stay, because calls and the audit trail refer to them. No '
    'officer has the id of a key.';
COMMENT ON COLUMN api_keys.region_key IS 'A key has the permissions of a manager of this region, within its scopes.';
COMMENT ON COLUMN api_keys.last_used_at IS 'Accurate to a minute: nodes write it together for many requests.';
COMMENT ON COLUMN api_keys.hash IS 'SHA-256 of the key. The key itself is not stored.';
COMMENT ON COLUMN api_keys.prefix IS 'The first characters of the key, by which people recognise it.';
COMMENT ON COLUMN api_keys.created_by IS 'The administrator who created it; null for the command create-key.';
COMMENT ON COLUMN api_keys.deleted_at IS 'When the key was revoked.';

CREATE UNIQUE INDEX api_keys_by_hash ON api_keys (hash);
CREATE INDEX api_keys_by_name ON api_keys (sort_name, id) WHERE deleted_at IS NULL;

COMMENT ON COLUMN calls.logged_by IS 
    'The officer or the key that logged the call: the officer of the call, or somebody who acted for them. No foreign '
    'key, because neither is ever deleted from its table and the value comes from an authenticated request.';
COMMENT ON COLUMN audit_log.actor_id IS 'The officer or the key that acted; null if nobody was signed in.';
