-- One row a minute: how many tasks were where at that time, and what happened in the minute before it.
CREATE TABLE sample (
    at          DATETIME(6) NOT NULL,
    total       BIGINT      NOT NULL,
    waiting     BIGINT      NOT NULL,
    assigned    BIGINT      NOT NULL,
    in_progress BIGINT      NOT NULL,
    created     BIGINT      NULL,
    completed   BIGINT      NOT NULL,
    failed      BIGINT      NOT NULL,
    PRIMARY KEY (at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
