-- Who may sign in. The name is kept in lower case, so that Ada and ada are one.
CREATE TABLE account (
    id            BINARY(16)   NOT NULL,
    username      VARCHAR(60)  NOT NULL,
    display_name  VARCHAR(120) NOT NULL,
    password_hash VARCHAR(100) NOT NULL,
    roles         VARCHAR(60)  NOT NULL,
    enabled       BOOLEAN      NOT NULL,
    token_version INT          NOT NULL,
    created_at    DATETIME(6)  NOT NULL,
    version       INT          NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT account_username_uk UNIQUE (username)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- At most one row: who became admin by the one-time setup.
CREATE TABLE first_admin (
    id      TINYINT    NOT NULL,
    account BINARY(16) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT first_admin_account_fk FOREIGN KEY (account) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row per signed-in browser; only hashes of its tokens. An ended session is a deleted row.
CREATE TABLE refresh_session (
    id             BINARY(16)    NOT NULL,
    account        BINARY(16)    NOT NULL,
    family         VARBINARY(32) NOT NULL,
    current_token  VARBINARY(32) NOT NULL,
    previous_token VARBINARY(32) NULL,
    created_at     DATETIME(6)   NOT NULL,
    rotated_at     DATETIME(6)   NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT refresh_session_family_uk UNIQUE (family),
    CONSTRAINT refresh_session_account_fk FOREIGN KEY (account) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE INDEX refresh_session_account_ix ON refresh_session (account, created_at);

-- Failed attempts by account or address: the moment until which its allowance is spent.
CREATE TABLE throttle (
    subject     VARCHAR(120) NOT NULL,
    spent_until DATETIME(6)  NOT NULL,
    PRIMARY KEY (subject)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE INDEX throttle_spent_until_ix ON throttle (spent_until);
