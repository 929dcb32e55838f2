-- How many tasks are in each state, as sums: every writer changes rows of its own, so servers never wait for each other.
CREATE TABLE counter (
    writer   INT         NOT NULL,
    queue    VARCHAR(60) NOT NULL,
    status   VARCHAR(12) NOT NULL,
    priority TINYINT     NOT NULL,
    n        BIGINT      NOT NULL,
    PRIMARY KEY (writer, queue, status, priority)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Counts nothing: whoever changes shard 0 (folds, corrects) locks this row first.
INSERT INTO counter (writer, queue, status, priority, n) VALUES (0, '', '', 0, 0);
