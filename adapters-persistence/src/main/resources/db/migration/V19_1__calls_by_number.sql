-- In a migration of its own: building the index blocks writes, but not reads. V19 must lock the tables completely.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Calls without a number are not in the index.
CREATE INDEX calls_by_number ON calls (number, id) WHERE number IS NOT NULL;
