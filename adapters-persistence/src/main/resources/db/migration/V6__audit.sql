-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Lines of the audit trail are added and never changed. Personal values are in a table of their own, where one
-- function can blank them. Both tables are partitioned by the same months, so that old months can be dropped.

CREATE TABLE audit_log (
    id           uuid             NOT NULL DEFAULT uuidv7(),
    at           timestamptz      NOT NULL,
    actor_id     uuid,
    action       text COLLATE "C" NOT NULL,
    subject_type text COLLATE "C",
    subject_id   uuid,
    region       text COLLATE "C",
    outcome      text COLLATE "C" NOT NULL CHECK (outcome IN ('DONE', 'REFUSED', 'FAILED')),
    changes      jsonb            NOT NULL CHECK (jsonb_typeof(changes) = 'array'),
    PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);
COMMENT ON TABLE audit_log IS
    'One line for each change, sign-in, refusal and erasure. Triggers refuse to change or delete a line, even for the '
    'owner, who can disable them. drop_audit_partitions drops whole months. '
    'There are no foreign keys: a line outlives its subject, and writing it locks nothing.';
COMMENT ON COLUMN audit_log.actor_id IS 'The officer who acted; null if nobody was signed in.';
COMMENT ON COLUMN audit_log.region IS
    'The region of the subject before the change; null if it has none. Managers see the lines of their territory.';
COMMENT ON COLUMN audit_log.changes IS
    'In the order of the API: {field, from, to} with values as text, or {field, personal: true}, whose values are in '
    'audit_personal.';

CREATE INDEX audit_log_by_actor ON audit_log (actor_id, at DESC, id DESC);
CREATE INDEX audit_log_by_subject ON audit_log (subject_id, at DESC, id DESC);
CREATE INDEX audit_log_by_region ON audit_log (region, at DESC, id DESC);
CREATE INDEX audit_log_by_action ON audit_log (action, at DESC, id DESC);
-- Lines of the other types are so frequent that a list finds them by time.
CREATE INDEX audit_log_by_rare_type ON audit_log (subject_type, at DESC, id DESC)
    WHERE subject_type IN ('FIGURES', 'AUDIT');

CREATE TABLE audit_personal (
    entry_id  uuid             NOT NULL,
    at        timestamptz      NOT NULL,
    field     text COLLATE "C" NOT NULL,
    about     uuid[]           NOT NULL,
    old_value text,
    new_value text,
    PRIMARY KEY (entry_id, field, at)
) PARTITION BY RANGE (at);
COMMENT ON TABLE audit_personal IS
    'The personal values of the lines in audit_log. Only erase_personal_audit_values changes them: it blanks them.';
COMMENT ON COLUMN audit_personal.at IS 'As in audit_log: the key of a line is (at, id).';
COMMENT ON COLUMN audit_personal.field IS
    'As in audit_log.changes. Or networkAddress, with the address of the actor in new_value, which is not a change.';
COMMENT ON COLUMN audit_personal.about IS
    'The officers and clients that the values are about. Erasing one of them blanks the values.';

CREATE INDEX audit_personal_by_person ON audit_personal USING gin (about);

CREATE FUNCTION keep_audit_log() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    RAISE EXCEPTION '% of % is refused: lines of the audit trail cannot be changed.', TG_OP, TG_TABLE_NAME;
END
$$;

CREATE FUNCTION keep_audit_personal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    -- The setting protects the owner from a slip. Other roles have no right to UPDATE.
    IF current_setting('calllog.blanking_audit', true) IS DISTINCT FROM 'on'
        OR (NEW.entry_id, NEW.at, NEW.field, NEW.about) IS DISTINCT FROM (OLD.entry_id, OLD.at, OLD.field, OLD.about)
        OR num_nonnulls(NEW.old_value, NEW.new_value) > 0
    THEN
        RAISE EXCEPTION 'Only erase_personal_audit_values changes personal values of the audit trail.';
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
    person_type text,
    person uuid,
    requested_by uuid,
    requested_at timestamptz,
    at_most integer DEFAULT 2147483647,
    of_calls uuid[] DEFAULT NULL) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path FROM CURRENT
    SET plan_cache_mode = 'force_custom_plan'
AS
$$
DECLARE
    blanked     integer := 0;
    found_value record;
BEGIN
    IF person_type IS NULL OR person_type NOT IN ('OFFICER', 'CLIENT') OR person IS NULL THEN
        RAISE EXCEPTION 'Name an OFFICER or a CLIENT.';
    END IF;
    PERFORM set_config('calllog.blanking_audit', 'on', true);
    -- Row by row: each UPDATE is planned for one partition.
    FOR found_value IN
        (SELECT at, entry_id, field
         FROM audit_personal
         WHERE of_calls IS NULL AND num_nonnulls(old_value, new_value) > 0 AND about @> ARRAY [person]
         LIMIT at_most)
        UNION ALL
        SELECT at, id, 'comment'
        FROM audit_log
        WHERE subject_id = ANY (of_calls) AND changes @> '[{"field": "comment"}]'
    LOOP
        UPDATE audit_personal
        SET old_value = NULL, new_value = NULL
        WHERE at = found_value.at AND entry_id = found_value.entry_id AND field = found_value.field
          AND num_nonnulls(old_value, new_value) > 0;
        IF FOUND THEN
            blanked := blanked + 1;
        END IF;
    END LOOP;
    PERFORM set_config('calllog.blanking_audit', 'off', true);
    IF blanked > 0 OR of_calls IS NULL THEN
        INSERT INTO audit_log (at, actor_id, action, subject_type, subject_id, region, outcome, changes)
        VALUES (requested_at, requested_by, 'PERSONAL_VALUES_BLANKED', person_type, person,
                coalesce((SELECT region FROM officers WHERE id = person AND person_type = 'OFFICER'),
                         (SELECT region FROM clients WHERE id = person AND person_type = 'CLIENT')),
                'DONE', jsonb_build_array(jsonb_build_object('field', 'values', 'from', blanked::text, 'to', '0')));
    END IF;
    RETURN blanked;
END
$$;
COMMENT ON FUNCTION erase_personal_audit_values IS
    'Blanks personal values of the audit trail for good and adds a line that says so. Returns the number of values. '
    'Without of_calls: values about the person, as many as at_most at a time. With of_calls: the comments of these '
    'calls; a comment is also about a client that the call was assigned to afterwards.';

-- This function runs with the rights of its owner, so other roles need a grant. Triggers fire without one.
REVOKE EXECUTE ON FUNCTION erase_personal_audit_values(text, uuid, uuid, timestamptz, integer, uuid[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION keep_audit_log() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION keep_audit_personal() FROM PUBLIC;
