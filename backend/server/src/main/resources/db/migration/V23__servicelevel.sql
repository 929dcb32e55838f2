-- When a business is open. The definition is JSON: weekly opening times and days that are different.
CREATE TABLE calendar (
    name       VARCHAR(60) NOT NULL,
    zone       VARCHAR(60) NOT NULL,
    definition MEDIUMTEXT  NOT NULL,
    version    INT         NOT NULL DEFAULT 1,
    PRIMARY KEY (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO calendar (name, zone, definition) VALUES ('always', 'UTC', '{"weekly":[{"day":"MONDAY","from":"00:00","to":"00:00"},{"day":"TUESDAY","from":"00:00","to":"00:00"},{"day":"WEDNESDAY","from":"00:00","to":"00:00"},{"day":"THURSDAY","from":"00:00","to":"00:00"},{"day":"FRIDAY","from":"00:00","to":"00:00"},{"day":"SATURDAY","from":"00:00","to":"00:00"},{"day":"SUNDAY","from":"00:00","to":"00:00"}],"exceptions":[]}');

-- What a queue promises. applied_at lags behind changed_at until the open tasks have their new deadlines.
CREATE TABLE service_level (
    queue         VARCHAR(60) NOT NULL,
    calendar      VARCHAR(60) NOT NULL,
    risk_percent  TINYINT     NOT NULL,
    pause_on_hold BOOLEAN     NOT NULL,
    targets       TEXT        NOT NULL,
    version       INT         NOT NULL DEFAULT 1,
    changed_at    DATETIME(6) NOT NULL,
    applied_at    DATETIME(6) NULL,
    PRIMARY KEY (queue),
    CONSTRAINT service_level_calendar_fk FOREIGN KEY (calendar) REFERENCES calendar (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One clock of a task. Changed under the lock of its task only. Stopped clocks stay: attainment is read from them.
CREATE TABLE deadline (
    task           BINARY(16)  NOT NULL,
    kind           VARCHAR(12) NOT NULL,
    queue          VARCHAR(60) NOT NULL,
    priority       TINYINT     NOT NULL,
    state          ENUM ('RUNNING', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET', 'MISSED', 'DROPPED') NOT NULL,
    target_seconds INT         NOT NULL,
    spent_seconds  INT         NOT NULL,
    counted_from   DATETIME(6) NOT NULL,
    risk_at        DATETIME(6) NOT NULL,
    target_at      DATETIME(6) NOT NULL,
    due_at         DATETIME(6) NULL,
    risked_at      DATETIME(6) NULL,
    breached_at    DATETIME(6) NULL,
    cause          VARCHAR(20) NULL,
    stopped_at     DATETIME(6) NULL,
    PRIMARY KEY (task, kind),
    INDEX deadline_due_ix (due_at),
    INDEX deadline_state_ix (state, target_at, task, kind),
    INDEX deadline_stopped_ix (stopped_at, queue, priority, kind, state)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
