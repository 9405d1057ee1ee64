-- The demo organisation: 60 officers, 3,000 clients and about 70,000 calls of the thirteen months before today.
--
-- Nothing here is random: every choice is a hash of a row number. The data are therefore the same on every machine
-- that loads them on the same date (in UTC). On another date, only the times and the calls of each day differ.
-- To load the data of another date, set calllog.demo_date in the session.
--
-- Runs in one transaction, into a database that has the tables and no officers.

SET LOCAL statement_timeout = 0;
SET LOCAL transaction_timeout = 0;

CREATE FUNCTION pg_temp.today() RETURNS date LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('calllog.demo_date', true), '')::date, (now() AT TIME ZONE 'UTC')::date);

-- A number from 0 to choices - 1. Decisions about the same row differ by their number.
CREATE FUNCTION pg_temp.pick(n bigint, decision integer, choices integer) RETURNS integer LANGUAGE sql IMMUTABLE
    RETURN (hashint8extended(n, decision) & 2147483647) % choices;

CREATE FUNCTION pg_temp.pick(n bigint, decision integer, choices text[]) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN choices[1 + pg_temp.pick(n, decision, cardinality(choices))];

CREATE FUNCTION pg_temp.pick(n bigint, decision integer, choices uuid[]) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN choices[1 + pg_temp.pick(n, decision, cardinality(choices))];

-- A UUID of version 7 that carries the time, in milliseconds.
CREATE FUNCTION pg_temp.uuid_at(moment timestamptz, kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex(floor(extract(epoch FROM moment) * 1000)::bigint), 12, '0')
        || '7' || overlay(left(md5(kind || n), 19) PLACING 'a' FROM 4))::uuid;

-- A moment of the working day, so many days ago.
CREATE FUNCTION pg_temp.days_ago(days integer, n bigint) RETURNS timestamptz LANGUAGE sql STABLE
    RETURN (pg_temp.today() - days + interval '9 hours' + pg_temp.pick(n, 1, 28800) * interval '1 second')
        AT TIME ZONE 'UTC';

-- The local part of an e-mail address, or a label of its domain.
CREATE FUNCTION pg_temp.mail_name(name text, separator text) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN translate(lower(replace(name, ' ', separator)), 'ÉÄÖÜäöüßéèêëıñç', 'eaouaouseeeeinc');

CREATE TEMPORARY TABLE demo_words ON COMMIT DROP AS
SELECT language, string_to_array(first_names, ' ') AS first_names, string_to_array(last_names, ' ') AS last_names
FROM (VALUES
    ('English',
     'Amelia Arthur Beatrice Benjamin Charlotte Daniel Eleanor Ethan Florence Freya George Grace Hannah Harry Isla '
     'Jack Jasmine Leo Lily Lucas Maya Noah Olivia Oscar Poppy Rohan Rosie Samuel Sienna Thomas Zara William',
     'Ahmed Baker Barnes Bennett Brooks Carter Chapman Collins Cooper Davies Edwards Fisher Foster Graham Harrison '
     'Hughes Kaur Kelly Lawson Mitchell Morgan Murphy Okafor Palmer Patel Reid Shaw Sutton Turner Walsh Webb Wright'),
    ('German',
     'Anna Ben Clara Elias Emil Emma Felix Finn Frieda Greta Hannes Ida Jonas Jule Karl Lena Leon Lina Lukas Marie '
     'Mats Mia Moritz Paula Paul Sophie Theo Yasmin',
     'Arslan Bauer Becker Braun Fischer Frank Graf Hartmann Huber Jäger Kaiser Keller Klein König Krause Lang Maier '
     'Möller Neumann Richter Roth Schäfer Schulz Sommer Vogel Wagner Weber Winkler Yılmaz Ziegler'),
    ('French',
     'Adèle Alice Antoine Arthur Camille Chloé Élise Émile Gabriel Hugo Inès Jeanne Jules Léa Louis Louise Lucie '
     'Manon Mathis Nina Noé Paul Raphaël Romane Rose Sami Zoé',
     'Barbier Benali Bernard Blanc Bonnet Caron Chevalier Clément Dubois Dupont Faure Fontaine Garnier Gauthier '
     'Girard Lambert Laurent Lefèvre Lemoine Marchand Mercier Morel Noël Perrin Renard Rousseau Simon Vidal')
) AS words (language, first_names, last_names);

-- The phone numbers are reserved for fiction where the country has such numbers.
CREATE TEMPORARY TABLE demo_cities ON COMMIT DROP AS
SELECT city, region, city_name, time_zone, phone_prefixes::text[], phone_digits, first_names, last_names
FROM (VALUES
    (0, 'EMEA/UK/London',       'London',     'Europe/London',    '{+442079460}', 3, 'English'),
    (1, 'EMEA/UK/Manchester',   'Manchester', 'Europe/London',    '{+441614960}', 3, 'English'),
    (2, 'EMEA/DE/Berlin',       'Berlin',     'Europe/Berlin',    '{+493023125}', 3, 'German'),
    (3, 'EMEA/DE/Munich',       'Munich',     'Europe/Berlin',    '{+498999998}', 3, 'German'),
    (4, 'EMEA/FR/Paris',        'Paris',      'Europe/Paris',     '{+3319900}',   4, 'French'),
    (5, 'Americas/US/New York', 'New York',   'America/New_York',
        '{+121255501,+164655501,+191755501,+171855501,+134755501,+192955501,+151655501,+191455501,+163155501,+184555501}',
        2, 'English'),
    (6, 'Americas/US/Chicago',  'Chicago',    'America/Chicago',
        '{+131255501,+177355501,+187255501,+122455501,+133155501,+163055501,+170855501,+181555501,+184755501,+177955501}',
        2, 'English'),
    (7, 'APAC/AU/Sydney',       'Sydney',     'Australia/Sydney', '{+6125550}',   4, 'English')
) AS city (city, region, city_name, time_zone, phone_prefixes, phone_digits, language)
JOIN demo_words USING (language);

-- Each city, and the regions above it.
INSERT INTO regions (path)
SELECT DISTINCT array_to_string(segments[:depth], '/')
FROM (SELECT string_to_array(region, '/') AS segments FROM demo_cities) AS split
CROSS JOIN generate_series(1, cardinality(segments)) AS depth;

CREATE FUNCTION pg_temp.region_key(region text) RETURNS integer LANGUAGE sql STABLE
    RETURN (SELECT key FROM regions WHERE path = region);

-- Each place from 0 to 999 has a number of its own.
CREATE FUNCTION pg_temp.phone(city demo_cities, place bigint) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN city.phone_prefixes[1 + place * 7 / (10 ^ city.phone_digits)::integer % cardinality(city.phone_prefixes)]
        || lpad((place * 7 % (10 ^ city.phone_digits)::integer)::text, city.phone_digits, '0');

CREATE FUNCTION pg_temp.person(city demo_cities, n bigint) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN pg_temp.pick(n, 3, city.first_names) || ' ' || pg_temp.pick(n, 4, city.last_names);

-- Nine officers with a name or a role, then 51 officers spread over the cities. The password of all is
-- field-demo-tour-1. One officer in five joined within the last year. Claire Fontaine leads two regions.
WITH known (n, city, role, region, leads, name, mailbox) AS (VALUES
    (0, 0, 'ADMIN',   '',            '{}'::text[],        'Ada Whitfield',   'admin'),
    (1, 0, 'MANAGER', 'EMEA/UK',     '{}',                'Martin Ellison',  'manager'),
    (2, 2, 'MANAGER', 'EMEA/DE',     '{}',                NULL,              NULL),
    (3, 4, 'MANAGER', 'EMEA/FR',     '{EMEA/FR,EMEA/DE}', 'Claire Fontaine', 'claire'),
    (4, 1, 'MANAGER', 'EMEA',        '{}',                NULL,              NULL),
    (5, 6, 'MANAGER', 'Americas/US', '{}',                NULL,              NULL),
    (6, 5, 'MANAGER', 'Americas',    '{}',                NULL,              NULL),
    (7, 7, 'MANAGER', 'APAC',        '{}',                NULL,              NULL),
    (8, 0, 'OFFICER', NULL,          '{}',                'Olivia Chapman',  'officer')
), people AS (
    SELECT n, coalesce(role, 'OFFICER') AS role, coalesce(known.region, demo_cities.region) AS region,
        ARRAY(SELECT pg_temp.region_key(led) FROM unnest(leads) WITH ORDINALITY AS led (led, place) ORDER BY place)
            AS leads,
        coalesce(name, pg_temp.person(demo_cities, n)) AS name, mailbox, pg_temp.phone(demo_cities, 900 + n) AS phone,
        pg_temp.days_ago(CASE WHEN n > 8 AND n % 5 = 4 THEN 30 + n * 5 ELSE 400 + pg_temp.pick(n, 5, 900) END, n)
            AS created_at
    FROM generate_series(0, 59) AS n
    LEFT JOIN known USING (n)
    JOIN demo_cities ON demo_cities.city = coalesce(known.city, n % 8)
), addressed AS (
    SELECT *, coalesce(mailbox, pg_temp.mail_name(name, '.')
        || coalesce(nullif(row_number() OVER (PARTITION BY mailbox, name ORDER BY n), 1)::text, ''))
        || '@demo.calllog.example' AS email
    FROM people
)
INSERT INTO officers (id, name, email, email_key, phone, region_key, leads, role, status, password_hash, created_at,
    updated_at)
SELECT pg_temp.uuid_at(created_at, 'officer', n), name, email, email, phone, pg_temp.region_key(region), leads, role,
    CASE WHEN n IN (21, 46) THEN 'ON_LEAVE' ELSE 'ACTIVE' END,
    '$2a$10$VS0t9m0WtRjcyeWtlxeW1urm6ou7nOt0/AIj9BrjJc21XzweM8IiK', created_at, created_at
FROM addressed;

CREATE TEMPORARY TABLE demo_callers ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY email) AS caller, id, region, region_key, time_zone, status, created_at
FROM officers JOIN demo_cities ON region_key = pg_temp.region_key(region)
WHERE role = 'OFFICER';

-- Three clients in four belong to a company, four in five have an owner, one in six has two phones, one in three is to
-- be called every two weeks to three months. A third came within the last year.
WITH teams AS (
    SELECT region, array_agg(id ORDER BY caller) AS officers FROM demo_callers GROUP BY region
), people AS (
    SELECT n, demo_cities.*, officers, pg_temp.person(demo_cities, n) AS name,
        pg_temp.phone(demo_cities, row_number() OVER (PARTITION BY city ORDER BY n)) AS phone,
        pg_temp.phone(demo_cities, 450 + row_number() OVER (PARTITION BY city ORDER BY n)) AS second_phone,
        CASE WHEN pg_temp.pick(n, 10, 4) > 0 THEN
            pg_temp.pick(n, 11, '{Alder,Amber,Arrow,Birch,Bluebell,Bridge,Cedar,Clear,Copper,Crown,Dale,Delta,Eagle,East,
                Ember,Falcon,Fern,Field,Golden,Granite,Harbour,Hazel,Iron,Juniper,Kestrel,Lake,Lantern,Maple,Meadow,
                Mill,North,Oak,Orchard,Pine,Quarry,River,Rowan,Silver,Spring,Stone,Summit,Thistle,Upland,Willow}'::text[])
            || ' ' || pg_temp.pick(n, 12, '{Analytics,Bakeries,Brewing,Care,Catering,Clinics,Components,Construction,
                Dental,Design,Electrical,Energy,Engineering,Estates,Fabrics,Farms,Fitness,Foods,Freight,Furniture,Glass,
                Insurance,Interiors,Joinery,Labs,Logistics,Machining,Media,Optics,Packaging,Pharmacies,Plumbing,Print,
                Roofing,Software,Solar,Textiles,Tools,Travel,Veterinary}'::text[]) END AS company,
        pg_temp.days_ago(30 + pg_temp.pick(n, 13, 1000), n) AS created_at
    FROM generate_series(1, 3000) AS n
    JOIN demo_cities ON city = pg_temp.pick(n, 14, 8)
    JOIN teams USING (region)
)
INSERT INTO clients (id, name, company, phone, phones, email, address, region_key, status, owner_id, call_every, created_at,
    updated_at)
SELECT pg_temp.uuid_at(created_at, 'client', n), name, company, phone,
    CASE WHEN pg_temp.pick(n, 45, 6) = 0 THEN
        ARRAY[phone || ' ext. ' || (10 + pg_temp.pick(n, 46, 90)) || ', Reception', second_phone || ', Mobile'] END,
    CASE WHEN pg_temp.pick(n, 15, 5) > 0 THEN pg_temp.mail_name(name, '.') || '@'
        || coalesce(pg_temp.mail_name(company, '-'), 'mail') || '.example' END,
    CASE WHEN pg_temp.pick(n, 16, 5) > 1 THEN 1 + pg_temp.pick(n, 17, 180) || ' ' || pg_temp.pick(n, 18,
        '{Mill Lane,Station Road,Church Street,Harbour Way,Park Avenue,Queen Street,Market Square,River Walk,
            Orchard Close,Bridge Street}'::text[]) || E'\n' || city_name END,
    pg_temp.region_key(region),
    pg_temp.pick(n, 19, '{LEAD,LEAD,LEAD,ACTIVE,ACTIVE,ACTIVE,ACTIVE,CONVERTED,INACTIVE}'::text[]),
    CASE WHEN pg_temp.pick(n, 20, 5) > 0 THEN pg_temp.pick(n, 21, officers) END,
    CASE WHEN pg_temp.pick(n, 22, 3) = 0 THEN pg_temp.pick(n, 23, '{14,30,60,90}'::text[])::integer END,
    created_at, created_at
FROM people;

-- Some clients were entered twice.
UPDATE clients AS again
SET name = first.name, company = first.company, phone = first.phone, email = NULL
FROM (
    SELECT name, company, phone, row_number() OVER (ORDER BY id) AS place,
        lead(id) OVER (PARTITION BY region_key ORDER BY id) AS next_id
    FROM clients
    WHERE phones IS NULL
) AS first
WHERE id = next_id AND place % 125 = 0;

-- An officer makes 3 to 9 calls on a working day, more in recent months, is away on one day in eleven, and makes a
-- call on one day in eight of the weekend.
WITH days AS (
    SELECT caller, id AS officer_id, region_key, time_zone, day::date,
        caller * 100000 + (day::date - date '2020-01-01') AS n,
        pg_temp.today() - day::date AS age
    FROM demo_callers
    CROSS JOIN generate_series(pg_temp.today() - interval '13 months', pg_temp.today() - interval '1 day', '1 day') day
    WHERE day > created_at AND (status = 'ACTIVE' OR day < pg_temp.today() - 21)
), numbered AS (
    SELECT days.*, n * 100 + call AS call,
        CASE WHEN pg_temp.pick(n * 100 + call, 30, 100) < 72 THEN 'OUTGOING' ELSE 'INCOMING' END AS type,
        pg_temp.pick(n * 100 + call, 31, 100) AS chance
    FROM days
    CROSS JOIN LATERAL generate_series(1, CASE
        WHEN extract(isodow FROM day) > 5 THEN (pg_temp.pick(n, 32, 8) = 0)::integer
        WHEN pg_temp.pick(n, 33, 11) = 0 THEN 0
        ELSE 6 - age / 100 + pg_temp.pick(n, 34, 4) END) AS call
), timed AS MATERIALIZED (
    SELECT numbered.*,
        -- Most calls are made from 9 to 12 and from 14 to 16.
        (day + pg_temp.pick(call, 35, '{8,9,9,9,10,10,10,11,11,12,13,13,14,14,14,15,15,15,16,16,17}'::text[])::integer
            * interval '1 hour' + pg_temp.pick(call, 36, 3600000) * interval '1 millisecond')
            AT TIME ZONE time_zone AS started_at,
        CASE type WHEN 'OUTGOING' THEN
            CASE WHEN chance < 36 THEN 'SUCCESSFUL' WHEN chance < 53 THEN 'FOLLOW_UP' WHEN chance < 84 THEN 'NO_ANSWER'
                WHEN chance < 95 THEN 'BUSY' ELSE 'OTHER' END
        ELSE
            CASE WHEN chance < 52 THEN 'SUCCESSFUL' WHEN chance < 68 THEN 'FOLLOW_UP' WHEN chance < 93 THEN 'MISSED'
                ELSE 'OTHER' END
        END AS outcome
    FROM numbered
), spoken AS (
    SELECT timed.*, comments,
        -- The product of two numbers: short calls are common, long ones are rare.
        shortest + pg_temp.pick(call, 37, spread) * pg_temp.pick(call, 38, spread) / typical AS seconds
    FROM timed JOIN (VALUES
        ('SUCCESSFUL', 40, 900, 600, '{"Agreed on the yearly plan; contract goes out today.",
            "Renewed for another twelve months.","Ordered the starter package for two sites.",
            "Answered questions about the invoice.","Happy with the service, will recommend us.",
            "Confirmed the delivery for next week."}'::text[]),
        ('FOLLOW_UP', 30, 700, 600, '{"Wants an offer in writing by Friday.",
            "Has to ask the purchasing department; call again next week.",
            "Interested, but the budget opens in the new quarter.","Asked for a demonstration on site.",
            "Send the price list and the references."}'),
        ('OTHER', 10, 100, 60, '{Wrong number.,"Has moved; ask for the new address.",Left the company.}'),
        ('NO_ANSWER', 15, 30, 30, '{Rang out.,Voicemail; left a message.}'),
        ('BUSY', 3, 8, 8, '{Engaged twice.}'),
        ('MISSED', 0, 1, 1, '{Was on another line; call back.,Came in after hours.}')
    ) AS outcome (outcome, shortest, spread, typical, comments) USING (outcome)
), owned AS (
    SELECT owner_id, array_agg(id ORDER BY id) AS own_clients FROM clients GROUP BY owner_id
), nearby AS (
    SELECT region_key, array_agg(id ORDER BY id) AS region_clients FROM clients GROUP BY region_key
), chosen AS (
    SELECT spoken.*, CASE
        WHEN pg_temp.pick(call, 39, 100) < 70 THEN pg_temp.pick(call, 40, own_clients)
        WHEN pg_temp.pick(call, 39, 100) < 92 THEN pg_temp.pick(call, 41, region_clients) END AS client_id,
        -- The client who calls in, in a call that was logged without a client.
        CASE WHEN pg_temp.pick(call, 47, 3) = 0 THEN pg_temp.pick(call, 48, region_clients) END AS caller_id
    FROM spoken LEFT JOIN owned ON owner_id = officer_id LEFT JOIN nearby USING (region_key)
)
INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds, started_at, comment, number,
    logged_by, logged_at, updated_at)
SELECT pg_temp.uuid_at(started_at, 'call', call), officer_id, clients.id, chosen.region_key, type, outcome, seconds,
    started_at, CASE WHEN pg_temp.pick(call, 42, 100) < 35 THEN pg_temp.pick(call, 43, comments) END,
    CASE type WHEN 'INCOMING' THEN callers.phone END, officer_id, logged_at, logged_at
FROM chosen
CROSS JOIN LATERAL
    (SELECT started_at + (seconds + 10 + pg_temp.pick(call, 44, 240)) * interval '1 second') AS logging (logged_at)
-- Nobody has called a client before the client was entered.
LEFT JOIN clients ON clients.id = client_id AND clients.created_at < started_at
LEFT JOIN clients AS callers ON callers.id = coalesce(clients.id, caller_id)
WHERE started_at > (pg_temp.today() - interval '13 months') AT TIME ZONE 'UTC';

-- Two clients of Olivia Chapman are late on every day.
UPDATE clients SET call_every = 14
WHERE id IN (
    SELECT client_id
    FROM client_totals JOIN clients AS hers ON hers.id = client_id JOIN officers ON officers.id = owner_id
    WHERE officers.email = 'officer@demo.calllog.example' AND last_call_at < (pg_temp.today() - 20) AT TIME ZONE 'UTC'
    ORDER BY client_id LIMIT 2);

-- Officers promise another call in calls of the last weeks. The next conversation keeps most promises, one in five of them
-- late. Most of the others are cancelled after a week. The latest two promises of each officer are due today.
INSERT INTO follow_ups (id, client_id, officer_id, due_at, note, state, from_call_id, done_by_call_id, done_at, created_at,
    updated_at)
SELECT pg_temp.uuid_at(promised.logged_at, 'follow-up', n), promised.client_id, promised.officer_id, due_at,
    pg_temp.pick(n, 52, '{Has the offer arrived?,Ask about the order,Agree on a date,Talk about the price}'::text[]),
    CASE WHEN kept.id IS NOT NULL THEN 'DONE' WHEN cancelled THEN 'CANCELLED' ELSE 'OPEN' END,
    promised.id, kept.id, kept.started_at, promised.logged_at,
    CASE WHEN cancelled THEN due_at ELSE coalesce(kept.logged_at, promised.logged_at) END
FROM (SELECT id, client_id, officer_id, logged_at, row_number() OVER (ORDER BY id) AS n,
          row_number() OVER (PARTITION BY officer_id ORDER BY id DESC) AS latest
      FROM calls
      WHERE outcome = 'FOLLOW_UP' AND client_id IS NOT NULL
        AND started_at > (pg_temp.today() - 45) AT TIME ZONE 'UTC') promised
LEFT JOIN LATERAL
    (SELECT id, started_at, logged_at FROM calls
     WHERE client_id = promised.client_id AND officer_id = promised.officer_id AND outcome IN ('SUCCESSFUL', 'FOLLOW_UP')
       AND started_at > promised.logged_at + interval '1 day'
     ORDER BY started_at LIMIT 1) kept ON latest > 2 AND pg_temp.pick(n, 50, 10) < 9
CROSS JOIN LATERAL
    (SELECT CASE
        WHEN latest <= 2 THEN pg_temp.today()
        WHEN kept.id IS NULL THEN (promised.logged_at AT TIME ZONE 'UTC')::date + 2 + pg_temp.pick(n, 54, 12)
        ELSE greatest(
            (kept.started_at AT TIME ZONE 'UTC')::date - CASE WHEN pg_temp.pick(n, 55, 5) = 0 THEN 2 ELSE 0 END,
            (promised.logged_at AT TIME ZONE 'UTC')::date + 1)
     END) AS due (day)
CROSS JOIN LATERAL
    (SELECT (day + interval '9 hours' + pg_temp.pick(n, 51, 32) * interval '15 minutes') AT TIME ZONE 'UTC') AS moment (due_at)
CROSS JOIN LATERAL
    (SELECT kept.id IS NULL AND day < pg_temp.today() - 7 AND pg_temp.pick(n, 53, 5) > 0) AS given_up (cancelled);

-- A target for each officer who calls, and one for each region of managers. Some are reached, some are not.
INSERT INTO targets (subject_id, calls_per_day, talk_seconds_per_day, first_day, created_at, updated_at)
SELECT subject_id, 6 * officers, 1500 * officers, day, day::timestamp AT TIME ZONE 'UTC', day::timestamp AT TIME ZONE 'UTC'
FROM (SELECT id AS subject_id, 1 AS officers FROM demo_callers
      UNION ALL
      SELECT regions.id, count(*) FROM regions JOIN demo_callers ON starts_with(region || '/', path || '/')
      WHERE path IN ('EMEA', 'EMEA/UK', 'EMEA/DE', 'EMEA/FR', 'Americas', 'Americas/US', 'APAC')
      GROUP BY regions.id) AS aims
CROSS JOIN (SELECT pg_temp.today() - 300 AS day) AS beginning;

DROP FUNCTION pg_temp.person, pg_temp.phone, pg_temp.region_key, pg_temp.mail_name, pg_temp.days_ago, pg_temp.uuid_at,
    pg_temp.pick(bigint, integer, uuid[]), pg_temp.pick(bigint, integer, text[]), pg_temp.pick(bigint, integer, integer),
    pg_temp.today;

ANALYZE regions, officers, clients, calls, follow_ups, targets;
