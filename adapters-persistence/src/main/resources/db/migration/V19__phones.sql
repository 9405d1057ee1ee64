-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- V18 has added it without reading the rows. Reading them locks neither readers nor writers out.
ALTER TABLE departures VALIDATE CONSTRAINT departures_kind_check;

ALTER TABLE clients ADD COLUMN phones text[] COLLATE "C";
COMMENT ON COLUMN clients.phone IS 'The number of the first phone, in E.164 form: a plus sign and digits.';
COMMENT ON COLUMN clients.phones IS
    'All phones as text, such as ''+442079460958 ext. 12, Reception''. The number of the first one is in phone, which '
    'counts if they differ: nodes of the release before know only that column. Null if only they have written the row.';

CREATE FUNCTION phone_numbers(phone text, phones text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN phone IS NULL THEN '' ELSE phone || coalesce(
        (SELECT string_agg(E'\n' || substring(other FROM '^[+][0-9]+'), '') FROM unnest(phones[2:]) AS other), '') END;
COMMENT ON FUNCTION phone_numbers IS 'The numbers of all phones of a client, separated by line feeds.';

-- Writes the table once more, with the indexes.
ALTER TABLE clients
    ADD COLUMN numbers text[] COLLATE "C"
        GENERATED ALWAYS AS (string_to_array(phone_numbers(phone, phones), E'\n')) STORED,
    ALTER COLUMN search_text SET EXPRESSION AS (search_fold(
        name || E'\n' || coalesce(company, '') || E'\n' || coalesce(email, '') || E'\n' || phone_numbers(phone, phones)));
COMMENT ON COLUMN clients.numbers IS 'The numbers of all phones in E.164 form.';

-- Without a list of pending rows, which each look-up would read.
CREATE INDEX clients_by_number ON clients USING gin (numbers) WITH (fastupdate = off) WHERE deleted_at IS NULL;
COMMENT ON INDEX clients_by_phone IS 'For nodes that do not know the column numbers.';
ANALYZE clients;

ALTER TABLE calls ADD COLUMN number text COLLATE "C";
COMMENT ON COLUMN calls.number IS 'The number of the other side on the line, in E.164 form.';

-- Calls without a number are not in the index. If there are calls, it is only declared, and PartitionedIndexes builds it
-- after the migrations, one partition after the other, while calls are logged.
DO
$$
BEGIN
    EXECUTE format(
        'CREATE INDEX calls_by_number ON %s calls (number, id) WHERE number IS NOT NULL',
        CASE WHEN EXISTS (SELECT FROM calls) THEN 'ONLY' END);
END
$$;

-- The number on the line is personal data as the comment is.
DO
$$
DECLARE
    definition CONSTANT text := pg_get_functiondef(
        'erase_personal_audit_values(text, uuid, uuid, timestamptz, integer, uuid[])'::regprocedure);
    comments CONSTANT text := substring(definition FROM 'SELECT at, id, ''comment''.*?"comment"\}\]''');
BEGIN
    IF comments IS NULL THEN
        RAISE EXCEPTION 'erase_personal_audit_values has changed';
    END IF;
    EXECUTE replace(definition, comments,
        comments || E'\n        UNION ALL\n        ' || replace(comments, 'comment', 'number'));
END
$$;
COMMENT ON FUNCTION erase_personal_audit_values IS
    'Blanks personal values of the audit trail for good and adds a line that says so. Returns the number of values. '
    'Without of_calls: values about the person, as many as at_most at a time. With of_calls: the comments of these '
    'calls and their numbers; both are also about a client that the call was assigned to afterwards.';
