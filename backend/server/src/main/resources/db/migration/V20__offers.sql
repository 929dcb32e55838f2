-- How a queue hands out its tasks: at once (AUTO), or by offers that people answer (MANUAL).
ALTER TABLE task_queue
    ADD COLUMN acceptance    VARCHAR(8) NOT NULL DEFAULT 'AUTO',
    ADD COLUMN offer_seconds INT        NOT NULL DEFAULT 30,
    ADD COLUMN decline_limit INT        NOT NULL DEFAULT 3,
    ADD COLUMN version       INT        NOT NULL DEFAULT 1;

-- Offers that wait for their answer. The primary key is the rule: one live offer for a task.
CREATE TABLE open_offer (
    task       BINARY(16)  NOT NULL,
    id         BINARY(16)  NOT NULL,
    worker     BINARY(16)  NOT NULL,
    level      TINYINT     NOT NULL,
    rescue     BOOLEAN     NOT NULL,
    round      BINARY(16)  NOT NULL,
    issued_at  DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (task),
    CONSTRAINT open_offer_id_uk UNIQUE (id),
    INDEX open_offer_worker_ix (worker, id),
    INDEX open_offer_expires_ix (expires_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Offers that were answered, or had their end. (The table offer keeps those that were accepted as they were issued.)
CREATE TABLE closed_offer (
    id        BINARY(16)   NOT NULL,
    task      BINARY(16)   NOT NULL,
    worker    BINARY(16)   NOT NULL,
    status    ENUM ('ACCEPTED', 'DECLINED', 'EXPIRED', 'REVOKED') NOT NULL,
    reason    VARCHAR(500) NULL,
    issued_at DATETIME(6)  NOT NULL,
    closed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    INDEX closed_offer_task_ix (task, id),
    INDEX closed_offer_worker_ix (worker, closed_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who is not asked again for a task for a while. Declines count towards the limit of the queue within one attempt.
CREATE TABLE cool_down (
    task     BINARY(16)  NOT NULL,
    worker   BINARY(16)  NOT NULL,
    attempt  INT         NOT NULL,
    declines INT         NOT NULL,
    ends_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (task, worker),
    INDEX cool_down_worker_ix (worker, ends_at),
    INDEX cool_down_ends_ix (ends_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Declined too often: offered to nobody until a coordinator decides. Holds while the task has not been assigned again.
CREATE TABLE set_aside (
    task     BINARY(16)  NOT NULL,
    attempt  INT         NOT NULL,
    declines INT         NOT NULL,
    since    DATETIME(6) NOT NULL,
    PRIMARY KEY (task),
    INDEX set_aside_since_ix (since)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Seats that open offers take are part of the load, but no work; whoever misses two offers in a row is sent on a break.
ALTER TABLE worker
    ADD COLUMN offered         INT         NOT NULL DEFAULT 0,
    ADD COLUMN missed_offers   INT         NOT NULL DEFAULT 0,
    ADD COLUMN presence_reason VARCHAR(20) NULL;

-- A task can be offered several times before it is assigned: each offer keeps its own decision.
ALTER TABLE decision
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (task, attempt, assignment);
