-- The rights of the application if it is not the owner of the tables. Run it as the owner of the tables, in the database.
-- create-application-role.sh creates the role and runs this. Repeat it after an upgrade that says so.
GRANT USAGE ON SCHEMA public TO calllog_app;
GRANT SELECT, INSERT, UPDATE ON regions, officers, clients, calls, follow_ups, api_keys TO calllog_app;
GRANT SELECT, UPDATE ON region_tree TO calllog_app;
GRANT SELECT ON departures, officer_days, officer_hours, past_officer_hours, client_totals, reporting, past_months
    TO calllog_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, refresh_tokens, scheduled_tasks, imports, import_parts, import_errors, targets
    TO calllog_app;
GRANT SELECT, INSERT ON audit_log, audit_personal TO calllog_app;
GRANT EXECUTE ON FUNCTION
    ensure_partitions(integer),
    forget_departures(),
    officer_day_differences(date),
    rebuild_officer_day(date),
    keep_officer_hours(date),
    take_merged_totals(uuid),
    erase_personal_audit_values(text, uuid, uuid, timestamptz, integer, uuid[])
    TO calllog_app;

-- For calllog.audit.retention. Allows the role to drop any month of the audit trail before the current one. The function
-- adds a line AUDIT_MONTHS_DROPPED. Leave it out if the setting is not used.
-- GRANT EXECUTE ON FUNCTION drop_audit_partitions(timestamptz) TO calllog_app;

-- For calllog.retention.months. Allows the role to drop months of calls before the current one. The function adds a line
-- CALLS_DROPPED. Leave it out if the setting is not used.
-- GRANT EXECUTE ON FUNCTION announce_past_months(timestamptz), drop_past_month(text, bigint, xid8, text, text)
--     TO calllog_app;
