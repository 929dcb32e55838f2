-- Lists by state and priority, each a range of one index. It takes the place of the one by state alone: an insert writes
-- as many index entries as before, and an entry still moves only when a task is closed, reopened or reprioritised.
ALTER TABLE task
    ADD INDEX task_state_ix (closed_status, priority, id),
    DROP INDEX task_closed_ix;
