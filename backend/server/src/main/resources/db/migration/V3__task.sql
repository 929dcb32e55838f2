CREATE TABLE skill (
    id   INT         NOT NULL AUTO_INCREMENT,
    name VARCHAR(80) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT skill_name_uk UNIQUE (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE task_queue (
    id         INT         NOT NULL AUTO_INCREMENT,
    name       VARCHAR(60) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT task_queue_name_uk UNIQUE (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO task_queue (name, created_at) VALUES ('default', UTC_TIMESTAMP(6));

-- One distinct set of needs. Tasks of one queue and one requirement form a line of their own in the order.
CREATE TABLE requirement (
    id          INT          NOT NULL AUTO_INCREMENT,
    fingerprint BINARY(32)   NOT NULL,
    skills      VARCHAR(400) NOT NULL,
    min_level   TINYINT      NOT NULL,
    region      VARCHAR(60)  NULL,
    PRIMARY KEY (id),
    CONSTRAINT requirement_fingerprint_uk UNIQUE (fingerprint)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The document. Its status column is in no index, so that a transition rewrites one row in place; an index entry moves
-- once in a task's life, when it is closed.
CREATE TABLE task (
    id               BINARY(16)   NOT NULL,
    queue_id         INT          NOT NULL,
    requirement_id   INT          NOT NULL,
    status           ENUM ('QUEUED', 'OFFERED', 'ASSIGNED', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED') NOT NULL,
    priority         TINYINT      NOT NULL,
    attempt          INT          NOT NULL,
    version          INT          NOT NULL,
    assignee         BINARY(16)   NULL,
    created_at       DATETIME(6)  NOT NULL,
    updated_at       DATETIME(6)  NOT NULL,
    closed_at        DATETIME(6)  NULL,
    chain            BINARY(32)   NOT NULL,
    title            VARCHAR(200) NOT NULL,
    description      TEXT         NULL,
    category         VARCHAR(80)  NULL,
    due_at           DATETIME(6)  NULL,
    estimate_seconds INT          NULL,
    metadata         TEXT         NULL,
    created_by       VARCHAR(120) NOT NULL,
    closed_status    TINYINT AS (CASE WHEN status IN ('COMPLETED', 'FAILED', 'CANCELLED') THEN status + 0 END) VIRTUAL,
    PRIMARY KEY (id),
    CONSTRAINT task_priority_ck CHECK (priority BETWEEN 1 AND 5),
    INDEX task_closed_ix (closed_status, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The queue: the primary key is the order within one requirement, the second index the order within the whole queue.
CREATE TABLE ready (
    queue_id       INT         NOT NULL,
    requirement_id INT         NOT NULL,
    level          TINYINT     NOT NULL,
    since          DATETIME(6) NOT NULL,
    task           BINARY(16)  NOT NULL,
    priority       TINYINT     NOT NULL,
    ages_at        DATETIME(6) NULL,
    PRIMARY KEY (queue_id, requirement_id, level, since, task),
    CONSTRAINT ready_task_uk UNIQUE (task),
    INDEX ready_order_ix (queue_id, level, since, task),
    INDEX ready_ages_ix (ages_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was answered to a create call, by its Idempotency-Key.
CREATE TABLE idempotency (
    scope        VARCHAR(120)   NOT NULL,
    idem_key     VARBINARY(255) NOT NULL,
    payload_hash BINARY(32)     NOT NULL,
    answer       MEDIUMTEXT     NOT NULL,
    created_at   DATETIME(6)    NOT NULL,
    PRIMARY KEY (scope, idem_key),
    INDEX idempotency_created_ix (created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
