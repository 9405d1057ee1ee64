-- Functions find their tables whatever the caller's search path is: see V1.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Built from functions of PostgreSQL: the extension unaccent is not immutable, and its rules are a file on the server.
CREATE FUNCTION search_fold(typed text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(replace(replace(
        translate(
            casefold(
                regexp_replace(
                    normalize(typed, NFKD),
                    '['
                    -- accents and vowel points, but no marks that make another letter, such as those of Devanagari
                    '\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF-\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670'
                    '\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F'
                    -- characters without a width
                    '\u00AD\u061C\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF'
                    '\U000E0000-\U000E0FFF'
                    -- spaces, apostrophes and quotation marks, hyphens and dashes, full stops, commas, middle dots
                    ' \t\u1680\u2028\u2029'
                    '''"`\u02B9-\u02BD\u02C8\u055A\u05F3\u2018-\u201F\u2032\u2035\uA78C'
                    '\u002D\u058A\u05BE\u2010-\u2015\u2043\u2212\uFE58'
                    '.,\u00B7\u30FB'
                    ']+', '', 'g') COLLATE pg_unicode_fast),
            'øłđðħıŧ', 'olddhit'),
        'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') COLLATE "C";
COMMENT ON FUNCTION search_fold IS
    'The text as it is searched: without accents, case, spaces, apostrophes, hyphens, full stops and commas.';

ALTER TABLE officers
    ADD COLUMN search_text text COLLATE "C" NOT NULL
        GENERATED ALWAYS AS (search_fold(name || E'\n' || email)) STORED;

-- Drops the index clients_by_text too.
ALTER TABLE clients DROP COLUMN search_text;
ALTER TABLE clients
    ADD COLUMN search_text text COLLATE "C" NOT NULL
        GENERATED ALWAYS AS (search_fold(
            name || E'\n' || coalesce(company, '') || E'\n' || coalesce(email, '') || E'\n' || coalesce(phone, '')))
        STORED;

DO
$$
BEGIN
    EXECUTE (
        SELECT format(
            'CREATE INDEX clients_by_text ON clients USING gin (search_text %I.gin_trgm_ops) WHERE deleted_at IS NULL',
            nspname)
        FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
        WHERE extname = 'pg_trgm');
END
$$;

-- The root collation of ICU is the same in every database, whatever its locale is. Builds the indexes again.
ALTER TABLE officers ALTER COLUMN sort_name TYPE text COLLATE "und-x-icu";
ALTER TABLE clients ALTER COLUMN sort_name TYPE text COLLATE "und-x-icu";
ANALYZE officers, clients;

-- Paths as the application reads them from now on: without white space around segments, and with single spaces.
UPDATE regions
SET path = tidy
FROM (SELECT key AS tidied_key, regexp_replace(regexp_replace(btrim(path), ' *(/) *', '\1', 'g'), ' +', ' ', 'g') AS tidy
      FROM regions) tidied
WHERE key = tidied_key AND path <> tidy
  AND NOT EXISTS (SELECT FROM regions other WHERE other.path = tidy AND other.deleted_at IS NULL);
