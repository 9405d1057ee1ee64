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
    'An officer signed in on a device. Sessions that ended or expired are deleted after a month.';
COMMENT ON COLUMN sessions.address IS 'The network address of the last use; user_agent likewise.';
COMMENT ON COLUMN sessions.ended_at IS 'When the session was ended before it expired.';
COMMENT ON COLUMN sessions.generation IS 'The generation of the newest refresh token.';

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
    'The refresh tokens of sessions. A spent token stays until it would have expired, so that its reuse is detected.';
COMMENT ON COLUMN refresh_tokens.hash IS 'SHA-256 of the token. The token itself is not stored.';
COMMENT ON COLUMN refresh_tokens.repeated IS 'Whether the token was used a second time within the grace period.';

CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_by_use ON refresh_tokens (spent_at) WHERE spent_at IS NOT NULL;
