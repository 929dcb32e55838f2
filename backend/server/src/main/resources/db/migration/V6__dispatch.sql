-- Who may dispatch a queue. The epoch is the fence: a round of an older epoch is refused in its own transaction.
CREATE TABLE dispatch_lease (
    queue_id   INT         NOT NULL,
    epoch      BIGINT      NOT NULL,
    holder     BINARY(16)  NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (queue_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a round knew when it decided, so that every decision can be computed again.
CREATE TABLE dispatch_round (
    id       BINARY(16)  NOT NULL,
    queue_id INT         NOT NULL,
    epoch    BIGINT      NOT NULL,
    at       DATETIME(6) NOT NULL,
    strategy VARCHAR(40) NOT NULL,
    input    MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Why this worker: the choice and its terms as numbers; the sentences are made when it is read.
CREATE TABLE decision (
    task       BINARY(16) NOT NULL,
    attempt    INT        NOT NULL,
    assignment BINARY(16) NOT NULL,
    worker     BINARY(16) NOT NULL,
    round      BINARY(16) NOT NULL,
    position   INT        NOT NULL,
    level      TINYINT    NOT NULL,
    rescue     BOOLEAN    NOT NULL,
    decided_by TINYINT    NOT NULL,
    eligible   INT        NOT NULL,
    PRIMARY KEY (task, attempt)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
