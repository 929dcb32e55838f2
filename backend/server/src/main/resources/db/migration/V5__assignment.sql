-- A task was offered to a worker. In a queue that does not ask, the offer is accepted as it is issued.
CREATE TABLE offer (
    task        BINARY(16)  NOT NULL,
    id          BINARY(16)  NOT NULL,
    worker      BINARY(16)  NOT NULL,
    status      ENUM ('ISSUED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'REVOKED') NOT NULL,
    issued_at   DATETIME(6) NOT NULL,
    answered_at DATETIME(6) NULL,
    PRIMARY KEY (task, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who works on what, now. The primary key is the rule: one active assignment for a task.
CREATE TABLE active (
    task        BINARY(16)   NOT NULL,
    assignment  BINARY(16)   NOT NULL,
    worker      BINARY(16)   NOT NULL,
    attempt     INT          NOT NULL,
    state       ENUM ('ASSIGNED', 'IN_PROGRESS') NOT NULL,
    assigned_at DATETIME(6)  NOT NULL,
    started_at  DATETIME(6)  NULL,
    percent     TINYINT      NOT NULL,
    note        VARCHAR(500) NULL,
    PRIMARY KEY (task),
    CONSTRAINT active_assignment_uk UNIQUE (assignment),
    INDEX active_worker_ix (worker, assignment)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What has been: assignments that ended.
CREATE TABLE assignment (
    id          BINARY(16)  NOT NULL,
    task        BINARY(16)  NOT NULL,
    worker      BINARY(16)  NOT NULL,
    attempt     INT         NOT NULL,
    state       ENUM ('COMPLETED', 'FAILED', 'CANCELLED', 'LOST') NOT NULL,
    assigned_at DATETIME(6) NOT NULL,
    started_at  DATETIME(6) NULL,
    closed_at   DATETIME(6) NOT NULL,
    percent     TINYINT     NOT NULL,
    comment     TEXT        NULL,
    PRIMARY KEY (id),
    INDEX assignment_worker_ix (worker, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
