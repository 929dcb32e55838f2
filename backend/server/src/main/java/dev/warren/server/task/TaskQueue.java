package dev.warren.server.task;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** Where tasks wait: each queue has an order and a dispatcher of its own. */
@Entity
@Table(name = "task_queue")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class TaskQueue {

    /** The queue of tasks that name none. */
    public static final String DEFAULT = "default";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    private String name = DEFAULT;

    private Instant createdAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Acceptance acceptance = Acceptance.AUTO;

    private int offerSeconds = 30;

    private int declineLimit = 3;

    @Version
    private int version = 1;

    TaskQueue(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = createdAt;
    }

    public int id() {
        return Objects.requireNonNull(id);
    }

    public String name() {
        return name;
    }

    public Acceptance acceptance() {
        return acceptance;
    }

    /** How long somebody has to answer an offer. */
    public int offerSeconds() {
        return offerSeconds;
    }

    /** After how many declines nobody is asked any more, and a coordinator has to decide. */
    public int declineLimit() {
        return declineLimit;
    }

    /** Rises by one with each change; the ETag. */
    int version() {
        return version;
    }

    void become(Acceptance newAcceptance, int newOfferSeconds, int newDeclineLimit) {
        acceptance = newAcceptance;
        offerSeconds = newOfferSeconds;
        declineLimit = newDeclineLimit;
    }
}
