-- Rows that were restored from another cluster may name transactions that have not begun here. They would be in the
-- feed of changes only much later. So all rows are numbered again. Cursors of the other database are not valid here.
DO
$$
BEGIN
    IF to_regclass(quote_ident(current_schema()) || '.departures') IS NULL THEN
        RETURN; -- migrated to an earlier version only
    END IF;
    IF pg_snapshot_xmax(pg_current_snapshot()) <= greatest(
        (SELECT changed_in FROM regions ORDER BY changed_in DESC LIMIT 1),
        (SELECT changed_in FROM officers ORDER BY changed_in DESC LIMIT 1),
        (SELECT changed_in FROM clients ORDER BY changed_in DESC LIMIT 1),
        (SELECT changed_in FROM calls ORDER BY changed_in DESC LIMIT 1),
        (SELECT changed_in FROM departures ORDER BY changed_in DESC LIMIT 1))
    THEN
        DELETE FROM departures;
        PERFORM number_changes();
    END IF;
END
$$;
