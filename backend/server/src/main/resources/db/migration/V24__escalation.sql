-- What a queue does when a promise is at risk or broken: an ordered list, as JSON.
ALTER TABLE service_level
    ADD COLUMN escalations TEXT NULL;

-- Up to when the steps of a clock have been gone through.
ALTER TABLE deadline
    ADD COLUMN escalated_at DATETIME(6) NULL;

-- Which steps have been taken, each once for a clock. Written under the lock of the task; step names what the step is.
CREATE TABLE escalation (
    task     BINARY(16)  NOT NULL,
    kind     VARCHAR(12) NOT NULL,
    step     BINARY(16)  NOT NULL,
    taken_at DATETIME(6) NOT NULL,
    PRIMARY KEY (task, kind, step)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The version of the last event that changed anything but what was told of its clocks.
ALTER TABLE task
    ADD COLUMN edited INT NOT NULL DEFAULT 1;

UPDATE task SET edited = version;
