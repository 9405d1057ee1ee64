-- In a migration of its own: building the indexes blocks writes, but not reads. V12 must lock the tables completely.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

CREATE FUNCTION index_changes() RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
BEGIN
    CREATE INDEX regions_by_change ON regions (changed_in, id);
    CREATE INDEX officers_by_change ON officers (changed_in, id);
    CREATE INDEX clients_by_change ON clients (changed_in, id);
    CREATE INDEX calls_by_change ON calls (changed_in, id);
    -- Readers who see some regions only, or only what they own, must not read the changes of all others.
    CREATE INDEX clients_by_region_and_change ON clients (region_key, changed_in, id);
    CREATE INDEX clients_by_owner_and_change ON clients (owner_id, changed_in, id);
    CREATE INDEX calls_by_region_and_change ON calls (region_key, changed_in, id);
    CREATE INDEX calls_by_officer_and_change ON calls (officer_id, changed_in, id);
END
$$;
COMMENT ON FUNCTION index_changes IS
    'Creates the indexes of the feed of changes. New partitions of calls get them too.';
REVOKE EXECUTE ON FUNCTION index_changes() FROM PUBLIC;

SELECT index_changes();
