-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- search_fold removes spaces, so words are separated by line breaks before. Longer words than 60 characters are cut off.
CREATE FUNCTION search_words(typed text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
    RETURN array_remove(
        string_to_array(
            regexp_replace(
                search_fold(
                    regexp_replace(
                        typed,
                        '[ \t\n\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000'
                        '/\\|()\[\]{}<>:;!?\u00A1\u00BF\u2026\u00AB\u00BB\u3001\u3002&+*=#%@_~^$]+',
                        E'\n', 'g')),
                '([^\n]{60})[^\n]+', '\1', 'g'),
            E'\n'),
        '');
COMMENT ON FUNCTION search_words IS 'The words of a text, each as search_fold returns it.';

CREATE FUNCTION search_query(typed text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CAST(string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || ''':*', ' & ') AS tsquery)
    FROM unnest(search_words(typed)) words (word);
END;
COMMENT ON FUNCTION search_query IS
    'Finds texts in which each word of this one is the beginning of a word. Null without words.';

-- Words, not trigrams: a comment has a tenth as many, and each costs time when a call is logged. Declared only, if there
-- are calls: see V19.
DO
$$
BEGIN
    EXECUTE format(
        'CREATE INDEX calls_by_words ON %s calls USING gin (array_to_tsvector(search_words(comment))) '
        'WHERE comment IS NOT NULL AND deleted_at IS NULL',
        CASE WHEN EXISTS (SELECT FROM calls) THEN 'ONLY' END);
END
$$;
