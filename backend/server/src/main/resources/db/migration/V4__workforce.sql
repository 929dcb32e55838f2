-- Who can do it, and is here. A person's worker has the id of the account.
CREATE TABLE worker (
    id              BINARY(16)   NOT NULL,
    username        VARCHAR(60)  NOT NULL,
    display_name    VARCHAR(120) NOT NULL,
    region          VARCHAR(60)  NULL,
    capacity        INT          NOT NULL,
    active          INT          NOT NULL,
    load_version    BIGINT       NOT NULL,
    presence        ENUM ('AVAILABLE', 'BUSY', 'BREAK', 'OFFLINE') NOT NULL,
    presence_since  DATETIME(6)  NOT NULL,
    idle_since      DATETIME(6)  NOT NULL,
    busy_seconds    DOUBLE       NOT NULL,
    present_seconds DOUBLE       NOT NULL,
    share_as_of     DATETIME(6)  NOT NULL,
    version         INT          NOT NULL,
    chain           BINARY(32)   NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    free            TINYINT AS (CASE WHEN presence = 'AVAILABLE' AND active < capacity THEN 1 END) VIRTUAL,
    PRIMARY KEY (id),
    CONSTRAINT worker_username_uk UNIQUE (username),
    CONSTRAINT worker_capacity_ck CHECK (capacity >= 0),
    CONSTRAINT worker_active_ck CHECK (active >= 0),
    INDEX worker_free_ix (free)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE worker_skill (
    worker   BINARY(16) NOT NULL,
    skill_id INT        NOT NULL,
    level    TINYINT    NOT NULL,
    PRIMARY KEY (worker, skill_id),
    CONSTRAINT worker_skill_level_ck CHECK (level BETWEEN 1 AND 5),
    INDEX worker_skill_ix (skill_id, worker)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
