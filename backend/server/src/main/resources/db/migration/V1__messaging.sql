-- One line per process that ever wrote; the outbox is a watermark in it.
CREATE TABLE writer (
    id            INT         NOT NULL AUTO_INCREMENT,
    server        VARCHAR(80) NOT NULL,
    started_at    DATETIME(6) NOT NULL,
    alive_at      DATETIME(6) NOT NULL,
    last_seq      BIGINT      NOT NULL DEFAULT 0,
    published_seq BIGINT      NOT NULL DEFAULT 0,
    closed_at     DATETIME(6) NULL,
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Audit trail, event store and outbox in one: append only.
CREATE TABLE event (
    writer     INT          NOT NULL,
    seq        BIGINT       NOT NULL,
    occurred   DATETIME(6)  NOT NULL,
    type       VARCHAR(40)  NOT NULL,
    subject    BINARY(16)   NOT NULL,
    version    INT          NOT NULL,
    queue      VARCHAR(60)  NOT NULL,
    actor      BINARY(16)   NULL,
    actor_name VARCHAR(120) NOT NULL,
    payload    MEDIUMTEXT   NOT NULL,
    hash       BINARY(32)   NOT NULL,
    PRIMARY KEY (writer, seq),
    CONSTRAINT event_subject_version_uk UNIQUE (subject, version)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which messages a consumer has applied; written in the transaction of the effect.
CREATE TABLE inbox (
    consumer   VARCHAR(60)  NOT NULL,
    message_id VARCHAR(255) NOT NULL,
    seen_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (consumer, message_id),
    INDEX inbox_seen_ix (seen_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What stands in the way of nobody any more but needs a person to look at it.
CREATE TABLE dead_letter (
    id       BINARY(16)   NOT NULL,
    digest   BINARY(32)   NOT NULL,
    dead_at  DATETIME(6)  NOT NULL,
    source   VARCHAR(255) NOT NULL,
    code     VARCHAR(60)  NOT NULL,
    reason   VARCHAR(500) NOT NULL,
    headers  MEDIUMTEXT   NOT NULL,
    body     MEDIUMBLOB   NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT dead_letter_digest_uk UNIQUE (digest)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
