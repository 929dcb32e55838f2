-- More ways of being here or not, what kind of break it is, and when it shall be over. What was before is kept while
-- somebody cannot be reached.
ALTER TABLE worker
    MODIFY presence ENUM ('AVAILABLE', 'BUSY', 'BREAK', 'OFFLINE', 'MEETING', 'UNREACHABLE') NOT NULL,
    ADD COLUMN presence_kind  VARCHAR(8)  NULL,
    ADD COLUMN presence_note  VARCHAR(60) NULL,
    ADD COLUMN presence_until DATETIME(6) NULL,
    ADD COLUMN overdue_told   BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN before_lost    VARCHAR(12) NULL,
    ADD COLUMN reason_before  VARCHAR(20) NULL,
    ADD INDEX worker_overdue_ix (overdue_told, presence_until),
    ADD INDEX worker_reason_ix (presence_reason, presence);

-- When somebody works, as one document. The end of the present or next shift stands beside it, for those who look whose
-- shift is over.
CREATE TABLE schedule (
    worker     BINARY(16)  NOT NULL,
    document   TEXT        NOT NULL,
    version    INT         NOT NULL,
    shift_ends DATETIME(6) NULL,
    PRIMARY KEY (worker),
    INDEX schedule_ends_ix (shift_ends)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- When something was last heard of those whose screen was connected since they came to work. Whoever is not here has
-- never been seen there; nothing can be missed of them.
CREATE TABLE reach (
    worker  BINARY(16)  NOT NULL,
    seen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (worker),
    INDEX reach_seen_ix (seen_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Seats that are kept for a moment after a task has ended: part of the load until then.
CREATE TABLE wrap_up (
    assignment BINARY(16)  NOT NULL,
    worker     BINARY(16)  NOT NULL,
    ends_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (assignment),
    INDEX wrap_up_worker_ix (worker, ends_at),
    INDEX wrap_up_ends_ix (ends_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How long such a seat is kept, and what becomes of open work when the shift of its holder ends.
ALTER TABLE task_queue
    ADD COLUMN wrap_up_seconds INT         NOT NULL DEFAULT 0,
    ADD COLUMN shift_end       VARCHAR(10) NOT NULL DEFAULT 'KEEP';
