-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

ALTER TABLE clients ADD COLUMN merged_into uuid REFERENCES clients;
COMMENT ON COLUMN clients.merged_into IS
    'The client that this one, which is deleted, was merged into. That one was not merged itself. Calls may have the id of '
    'this one until a job has moved them; calls of months that were exported and dropped keep it.';
CREATE INDEX clients_by_merged_into ON clients (merged_into) WHERE merged_into IS NOT NULL;

CREATE FUNCTION fold_words(typed text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT string_agg(search_fold(word), ' ') FROM regexp_split_to_table(typed, '[\s,;/&()]+') word);
COMMENT ON FUNCTION fold_words IS 'The words of a name, each as search_fold returns it.';

-- Stored, because folding takes ten times as long as comparing. Writes the table anew.
ALTER TABLE clients ADD COLUMN name_words text COLLATE "C" GENERATED ALWAYS AS (fold_words(name)) STORED;

-- An administrator may have installed the extension in any schema, so its operators are named with the schema.
DO
$make$
DECLARE
    trigrams text;
BEGIN
    SELECT quote_ident(nspname) INTO trigrams
    FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'pg_trgm';
    EXECUTE format(
        'CREATE INDEX clients_by_name_words ON clients USING gin (name_words %s.gin_trgm_ops) '
        'WHERE deleted_at IS NULL', trigrams);
    -- The setting decides how much of the index is read. A name without letters has no trigrams, which would read all.
    EXECUTE format($sql$
        CREATE FUNCTION clients_named_like(named text, of_company text) RETURNS SETOF uuid
            LANGUAGE sql STABLE ROWS 10 SET pg_trgm.similarity_threshold = 0.5
        BEGIN ATOMIC
            SELECT id FROM clients
            WHERE name_words OPERATOR(%1$s.%%) fold_words(named) AND deleted_at IS NULL
              AND cardinality(%1$s.show_trgm(fold_words(named))) > 0
              AND (of_company IS NULL OR company IS NULL
                   OR %1$s.similarity(fold_words(company), fold_words(of_company)) >= 0.3);
        END
        $sql$, trigrams);
END
$make$;
COMMENT ON FUNCTION clients_named_like IS
    'The clients whose name is nearly the same, and whose company is similar, unless one of them has none.';
