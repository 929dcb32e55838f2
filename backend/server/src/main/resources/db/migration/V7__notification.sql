-- How far each account's feed is. The row lock makes the numbers contiguous: a rolled back number was never given.
CREATE TABLE feed_head (
    account BINARY(16) NOT NULL,
    head    BIGINT     NOT NULL,
    PRIMARY KEY (account)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What an account has to be told, in order; the second index serves the retention sweep.
CREATE TABLE feed_entry (
    account BINARY(16)  NOT NULL,
    seq     BIGINT      NOT NULL,
    at      DATETIME(6) NOT NULL,
    type    VARCHAR(40) NOT NULL,
    data    MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (account, seq),
    INDEX feed_entry_at_ix (at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
