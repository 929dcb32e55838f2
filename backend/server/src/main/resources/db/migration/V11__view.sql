-- The filters of a page that somebody keeps; shared ones are seen by all managers and admins.
CREATE TABLE saved_view (
    id         BINARY(16)    NOT NULL,
    owner      BINARY(16)    NOT NULL,
    name       VARCHAR(60)   NOT NULL,
    page       VARCHAR(40)   NOT NULL,
    query      VARCHAR(2000) NOT NULL,
    shared     BOOLEAN       NOT NULL,
    updated_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT saved_view_owner_fk FOREIGN KEY (owner) REFERENCES account (id),
    INDEX saved_view_owner_ix (owner),
    INDEX saved_view_shared_ix (shared)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
