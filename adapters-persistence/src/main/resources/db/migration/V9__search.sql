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

-- Paths as the application reads them from now on: composed, without invisible characters, without white space around
-- segments, and with single spaces. A segment that is empty then is named '-'. Regions whose paths become equal become
-- one: the others are deleted, and their officers, clients and calls go to it. The audit trail keeps the deleted ones.
CREATE TEMPORARY TABLE tidy_regions ON COMMIT DROP AS
SELECT key,
       tidy,
       CASE WHEN deleted_at IS NULL
           THEN first_value(key) OVER (PARTITION BY tidy ORDER BY deleted_at IS NOT NULL, path <> tidy, key)
           ELSE key
       END AS kept_key
FROM regions, LATERAL (
    SELECT coalesce(string_agg(coalesce(nullif(btrim(visible), ''), '-'), '/' ORDER BY place), '') AS tidy
    FROM string_to_table(path, '/') WITH ORDINALITY AS segments (segment, place),
         regexp_replace(segment,
             '[\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFE00-\uFE0F\uFFA0\U000E0100-\U000E01EF]',
             '', 'g') AS shown,
         regexp_replace(normalize(shown, NFC), ' +', ' ', 'g') AS visible) AS tidied;
ANALYZE tidy_regions;

UPDATE officers SET region_key = kept_key FROM tidy_regions WHERE region_key = key AND key <> kept_key;
UPDATE officers
SET leads = ARRAY(
    SELECT kept_key FROM unnest(leads) WITH ORDINALITY AS leads (lead, place) JOIN tidy_regions ON key = lead
    GROUP BY kept_key ORDER BY min(place))
WHERE leads && ARRAY(SELECT key FROM tidy_regions WHERE key <> kept_key);
UPDATE clients SET region_key = kept_key FROM tidy_regions WHERE region_key = key AND key <> kept_key;
UPDATE calls SET region_key = kept_key FROM tidy_regions WHERE region_key = key AND key <> kept_key;
UPDATE regions
SET path = tidy,
    deleted_at = CASE WHEN tidied.key <> kept_key THEN date_trunc('milliseconds', now()) ELSE deleted_at END
FROM tidy_regions tidied
WHERE regions.key = tidied.key AND path <> tidy;
