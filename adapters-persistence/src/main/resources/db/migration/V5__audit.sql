-- Who did what, when and from where. Lines are added and never changed; what a line tells about a person stands apart
-- and can be blanked, by one function only.

CREATE TABLE audit_log (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    at           timestamptz NOT NULL,
    actor_id     uuid,
    action       text COLLATE "C" NOT NULL,
    subject_type text COLLATE "C",
    subject_id   uuid,
    region       text COLLATE "C",
    outcome      text COLLATE "C" NOT NULL CHECK (outcome IN ('DONE', 'REFUSED', 'FAILED')),
    changes      jsonb       NOT NULL CHECK (jsonb_typeof(changes) = 'array')
);
COMMENT ON TABLE audit_log IS
    'What happened: one line for each change, sign-in, refusal and erasure. Nobody changes or deletes a line, the owner '
    'included. No foreign keys: a line outlives what it tells of, and writing one locks nothing.';
COMMENT ON COLUMN audit_log.actor_id IS 'Which officer did it; null when nobody was signed in for it.';
COMMENT ON COLUMN audit_log.region IS
    'Where the subject was before; null when it is nowhere. Decides which managers see the line.';
COMMENT ON COLUMN audit_log.changes IS
    'In the order of the API: {field, from, to}, values as text; or {field, personal: true}, whose values are in '
    'audit_personal.';

CREATE INDEX audit_log_by_time ON audit_log (at DESC, id DESC);
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, at DESC, id DESC);
CREATE INDEX audit_log_by_subject ON audit_log (subject_id, at DESC, id DESC);
CREATE INDEX audit_log_by_region ON audit_log (region, at DESC, id DESC);
CREATE INDEX audit_log_by_action ON audit_log (action, at DESC, id DESC);
CREATE INDEX audit_log_by_type ON audit_log (subject_type, at DESC, id DESC);
CREATE INDEX audit_log_by_region_and_action ON audit_log (region, action, at DESC, id DESC);

CREATE TABLE audit_personal (
    entry_id  uuid             NOT NULL REFERENCES audit_log,
    field     text COLLATE "C" NOT NULL,
    about     uuid[]           NOT NULL,
    old_value text,
    new_value text,
    PRIMARY KEY (entry_id, field)
);
COMMENT ON TABLE audit_personal IS
    'What lines of audit_log tell about persons. Blanked by erase_personal_audit_values, and changed in no other way.';
COMMENT ON COLUMN audit_personal.field IS
    'As in audit_log.changes; or networkAddress, where the actor was (new_value), which is no change.';
COMMENT ON COLUMN audit_personal.about IS
    'The officers and clients whom the values are about: erasing one of them blanks the values.';

CREATE INDEX audit_personal_by_person ON audit_personal USING gin (about);

-- What the functions below see does not depend on who calls them: this schema, temporary objects last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

CREATE FUNCTION keep_audit_log() RETURNS trigger
    LANGUAGE plpgsql
AS
$$
BEGIN
    RAISE EXCEPTION '% of % is refused: lines of the audit trail stay as they are.', TG_OP, TG_TABLE_NAME;
END
$$;

CREATE FUNCTION keep_audit_personal() RETURNS trigger
    LANGUAGE plpgsql
AS
$$
BEGIN
    -- The setting tells the one function that may from a slip of the owner. Others lack the right to UPDATE.
    IF current_setting('calllog.blanking_audit', true) IS DISTINCT FROM 'on'
        OR (NEW.entry_id, NEW.field, NEW.about) IS DISTINCT FROM (OLD.entry_id, OLD.field, OLD.about)
        OR num_nonnulls(NEW.old_value, NEW.new_value) > 0
    THEN
        RAISE EXCEPTION 'Personal values of the audit trail are blanked by erase_personal_audit_values only.';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_log();
CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON audit_personal
    FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_log();
CREATE TRIGGER keep_but_for_blanking BEFORE UPDATE ON audit_personal
    FOR EACH ROW EXECUTE FUNCTION keep_audit_personal();

CREATE FUNCTION erase_personal_audit_values(
    person_type text, person uuid, requested_by uuid, requested_at timestamptz) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
AS
$$
DECLARE
    blanked integer;
    more    integer;
BEGIN
    IF person_type IS NULL OR person_type NOT IN ('OFFICER', 'CLIENT') OR person IS NULL THEN
        RAISE EXCEPTION 'Name an OFFICER or a CLIENT.';
    END IF;
    PERFORM set_config('calllog.blanking_audit', 'on', true);
    UPDATE audit_personal
    SET old_value = NULL, new_value = NULL
    WHERE num_nonnulls(old_value, new_value) > 0 AND about @> ARRAY [person];
    GET DIAGNOSTICS blanked = ROW_COUNT;
    IF person_type = 'CLIENT' THEN
        -- A comment is also about the client that the call was given afterwards. Apart, for each has its index.
        UPDATE audit_personal
        SET old_value = NULL, new_value = NULL
        WHERE num_nonnulls(old_value, new_value) > 0 AND field = 'comment' AND entry_id IN (
            SELECT entry.id
            FROM calls JOIN audit_log entry ON entry.subject_id = calls.id
            WHERE calls.client_id = person);
        GET DIAGNOSTICS more = ROW_COUNT;
        blanked := blanked + more;
    END IF;
    PERFORM set_config('calllog.blanking_audit', 'off', true);
    INSERT INTO audit_log (at, actor_id, action, subject_type, subject_id, region, outcome, changes)
    VALUES (requested_at, requested_by, 'PERSONAL_VALUES_BLANKED', person_type, person,
            coalesce((SELECT region FROM officers WHERE id = person AND person_type = 'OFFICER'),
                     (SELECT region FROM clients WHERE id = person AND person_type = 'CLIENT')),
            'DONE', jsonb_build_array(jsonb_build_object('field', 'values', 'from', blanked::text, 'to', '0')));
    RETURN blanked;
END
$$;
COMMENT ON FUNCTION erase_personal_audit_values IS
    'Takes out of the audit trail what it tells about an officer or a client, for good, and leaves a line that says so. '
    'Answers of how many fields of lines.';

-- It acts with the rights of its owner: others need a grant. Nobody needs one to fire a trigger.
REVOKE EXECUTE ON FUNCTION erase_personal_audit_values(text, uuid, uuid, timestamptz) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION keep_audit_log() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION keep_audit_personal() FROM PUBLIC;
