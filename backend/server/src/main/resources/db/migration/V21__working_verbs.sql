-- Put at the end: the numbers of the closed statuses, which are in an index, stay as they are.
ALTER TABLE task
    MODIFY status ENUM ('QUEUED', 'OFFERED', 'ASSIGNED', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED', 'ON_HOLD')
        NOT NULL;

-- Work that is on hold keeps its row; its seat is free meanwhile, or kept when its time has come.
ALTER TABLE active
    MODIFY state ENUM ('ASSIGNED', 'IN_PROGRESS', 'ON_HOLD') NOT NULL,
    ADD COLUMN seat_kept BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE assignment
    MODIFY state ENUM ('COMPLETED', 'FAILED', 'CANCELLED', 'LOST', 'RETURNED', 'TRANSFERRED') NOT NULL,
    ADD COLUMN disposition VARCHAR(60) NULL;

-- Tasks on hold, and those that were. A worker is named when it holds the task meanwhile; only an open one has a wake-up.
CREATE TABLE hold (
    task     BINARY(16)   NOT NULL,
    since    DATETIME(6)  NOT NULL,
    worker   BINARY(16)   NULL,
    reason   VARCHAR(500) NOT NULL,
    wake_at  DATETIME(6)  NULL,
    ended_at DATETIME(6)  NULL,
    PRIMARY KEY (task, since),
    INDEX hold_wake_ix (wake_at),
    INDEX hold_worker_ix (worker, since)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Whoever holds the task waits for help. Counts for one attempt only, so nobody has to remove it when the task moves on.
CREATE TABLE help (
    task    BINARY(16)   NOT NULL,
    attempt INT          NOT NULL,
    reason  VARCHAR(500) NOT NULL,
    since   DATETIME(6)  NOT NULL,
    PRIMARY KEY (task),
    INDEX help_since_ix (since)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Failed tasks that will be tried again by themselves. Counts for one attempt only.
CREATE TABLE retry (
    task    BINARY(16)  NOT NULL,
    attempt INT         NOT NULL,
    at      DATETIME(6) NOT NULL,
    PRIMARY KEY (task),
    INDEX retry_at_ix (at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was said about a task, and who was called to it.
CREATE TABLE task_comment (
    task        BINARY(16)    NOT NULL,
    id          BINARY(16)    NOT NULL,
    author      BINARY(16)    NULL,
    author_name VARCHAR(120)  NOT NULL,
    at          DATETIME(6)   NOT NULL,
    text        VARCHAR(2000) NOT NULL,
    mentions    TEXT          NOT NULL,
    PRIMARY KEY (task, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE mention (
    task    BINARY(16) NOT NULL,
    account BINARY(16) NOT NULL,
    PRIMARY KEY (task, account)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How a task of the queue may end, how often it is tried, and how long after a failure (doubled with each attempt).
ALTER TABLE task_queue
    ADD COLUMN dispositions  TEXT NULL,
    ADD COLUMN max_attempts  INT  NOT NULL DEFAULT 1,
    ADD COLUMN retry_seconds INT  NOT NULL DEFAULT 60;

-- Set when somebody is not to get the task for a while: rounds that see none of these need not ask who.
ALTER TABLE ready
    ADD COLUMN cooled BOOLEAN NOT NULL DEFAULT FALSE;

-- A seat that is kept for work on hold is not free.
ALTER TABLE worker
    ADD COLUMN kept INT NOT NULL DEFAULT 0,
    DROP INDEX worker_free_ix,
    DROP COLUMN free;
ALTER TABLE worker
    ADD COLUMN free TINYINT AS (CASE WHEN presence = 'AVAILABLE' AND active + kept < capacity THEN 1 END) VIRTUAL,
    ADD INDEX worker_free_ix (free);
