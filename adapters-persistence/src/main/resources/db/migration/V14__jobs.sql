-- The table of db-scheduler 16, without priorities, and one column of our own.
CREATE TABLE scheduled_tasks (
    task_name            text COLLATE "C" NOT NULL,
    task_instance        text COLLATE "C" NOT NULL,
    task_data            bytea,
    execution_time       timestamptz      NOT NULL,
    picked               boolean          NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint           NOT NULL,
    last_error           text,
    PRIMARY KEY (task_name, task_instance)
);
COMMENT ON TABLE scheduled_tasks IS
    'The jobs that wait or run. db-scheduler reads and writes it, except last_error. A recurring job has one row with '
    'the instance ''recurring'', which stays. Other rows are deleted when their work is done.';
COMMENT ON COLUMN scheduled_tasks.execution_time IS 'When the job is due, or was due if it runs now.';
COMMENT ON COLUMN scheduled_tasks.picked IS 'Whether a node runs the job now.';
COMMENT ON COLUMN scheduled_tasks.picked_by IS 'The host name of the node that runs the job.';
COMMENT ON COLUMN scheduled_tasks.last_heartbeat IS
    'When the node that runs the job last said that it is alive. If this is too long ago, another node runs the job.';
COMMENT ON COLUMN scheduled_tasks.last_error IS
    'What went wrong in the last run that failed. It stays after a success; consecutive_failures is then 0.';

CREATE INDEX scheduled_tasks_by_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
