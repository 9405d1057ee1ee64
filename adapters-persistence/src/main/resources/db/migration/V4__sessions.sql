-- Nodes ask every few seconds who changed, so the moments are of one clock: the database's.
ALTER TABLE officers ADD COLUMN token_version_changed_at timestamptz;
COMMENT ON COLUMN officers.token_version_changed_at IS
    'When tokens of the officer were last made void; null if never. Kept by a trigger, whoever changes token_version.';

CREATE INDEX officers_by_token_version_change ON officers (token_version_changed_at);

CREATE FUNCTION note_token_version_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    NEW.token_version_changed_at := clock_timestamp();
    RETURN NEW;
END
$$;

CREATE TRIGGER note_token_version_change BEFORE UPDATE OF token_version ON officers
    FOR EACH ROW WHEN (OLD.token_version IS DISTINCT FROM NEW.token_version) EXECUTE FUNCTION note_token_version_change();

CREATE TABLE sessions (
    id           uuid PRIMARY KEY,
    officer_id   uuid        NOT NULL REFERENCES officers,
    address      text,
    user_agent   text,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    generation   integer     NOT NULL
);
COMMENT ON TABLE sessions IS
    'Officers signed in on a device. The ended and the expired stay for a month, then they are deleted.';
COMMENT ON COLUMN sessions.address IS 'From where it was used last; user_agent likewise.';
COMMENT ON COLUMN sessions.ended_at IS 'When it was ended before its time, by whomever.';
COMMENT ON COLUMN sessions.generation IS 'Of the newest refresh token.';

CREATE INDEX sessions_by_officer ON sessions (officer_id, last_used_at DESC) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_end ON sessions (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE refresh_tokens (
    hash       bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    session_id uuid        NOT NULL REFERENCES sessions ON DELETE CASCADE,
    generation integer     NOT NULL,
    spent_at   timestamptz,
    repeated   boolean     NOT NULL DEFAULT false
);
COMMENT ON TABLE refresh_tokens IS
    'By which sessions go on. The spent ones are kept for as long as they would have been good: who shows one again '
    'is not the officer, or not alone.';
COMMENT ON COLUMN refresh_tokens.hash IS 'SHA-256 of the token, which itself is kept nowhere.';
COMMENT ON COLUMN refresh_tokens.repeated IS 'Whether it was used once more within the time of grace.';

CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_by_use ON refresh_tokens (spent_at) WHERE spent_at IS NOT NULL;
