-- The default is for the tokens that are there, and for nodes of an earlier version.
ALTER TABLE refresh_tokens ADD COLUMN issued_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN refresh_tokens.issued_at IS
    'When the token was issued. An unused token expires. For tokens from before this migration: when it ran.';

CREATE INDEX refresh_tokens_by_age ON refresh_tokens (issued_at) WHERE spent_at IS NULL;
