-- What ended is read by the time of its end: one worker's history, and the newest of all for figures.
ALTER TABLE assignment
    ADD INDEX assignment_worker_closed_ix (worker, closed_at, id, state),
    ADD INDEX assignment_closed_ix (closed_at, state),
    DROP INDEX assignment_worker_ix;
