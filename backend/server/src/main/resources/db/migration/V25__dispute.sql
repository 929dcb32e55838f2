-- An assignment that its worker thinks was decided wrongly, and what was said to it.
CREATE TABLE dispute (
    id          BINARY(16)    NOT NULL,
    assignment  BINARY(16)    NOT NULL,
    task        BINARY(16)    NOT NULL,
    attempt     INT           NOT NULL,
    worker      BINARY(16)    NOT NULL,
    reason      VARCHAR(500)  NOT NULL,
    raised_at   DATETIME(6)   NOT NULL,
    answer      VARCHAR(2000) NULL,
    answered_by VARCHAR(120)  NULL,
    answered_at DATETIME(6)   NULL,
    chain       BINARY(32)    NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT dispute_assignment_uk UNIQUE (assignment),
    INDEX dispute_worker_ix (worker, id),
    INDEX dispute_answered_ix (answered_at, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
