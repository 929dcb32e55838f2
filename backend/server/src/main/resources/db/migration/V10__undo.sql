-- What can be taken back, and until when. The version is the task's after the action: when it has moved on, it is too late.
CREATE TABLE undoable (
    id                BINARY(16)  NOT NULL,
    account           BINARY(16)  NOT NULL,
    action            VARCHAR(12) NOT NULL,
    task              BINARY(16)  NOT NULL,
    version           INT         NOT NULL,
    previous_priority TINYINT     NULL,
    expires_at        DATETIME(6) NOT NULL,
    done              BOOLEAN     NOT NULL,
    PRIMARY KEY (id),
    INDEX undoable_account_ix (account, expires_at),
    INDEX undoable_expires_ix (expires_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
