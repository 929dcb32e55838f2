package dev.warren.server.task;

import java.time.Instant;
import java.util.List;
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

    /** One a line. */
    private @Nullable String dispositions;

    private int maxAttempts = 1;

    private int retrySeconds = 60;

    private int wrapUpSeconds;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ShiftEnd shiftEnd = ShiftEnd.KEEP;

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

    /** How a task may end when it is completed; whoever completes one has to choose, unless there are none. */
    public List<String> dispositions() {
        return dispositions == null || dispositions.isEmpty() ? List.of() : List.of(dispositions.split("\n"));
    }

    /** How often a task is tried before somebody has to decide about it. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** How long after its first failure a task is tried again; doubled with each attempt. */
    public int retrySeconds() {
        return retrySeconds;
    }

    /** How long whoever ended a task keeps the seat. */
    public int wrapUpSeconds() {
        return wrapUpSeconds;
    }

    /** What becomes of open work when the shift of its holder ends. */
    ShiftEnd shiftEnd() {
        return shiftEnd;
    }

    /** Rises by one with each change; the ETag. */
    int version() {
        return version;
    }

    void become(QueueChange change) {
        acceptance = Objects.requireNonNullElse(change.acceptance(), acceptance);
        offerSeconds = Objects.requireNonNullElse(change.offerSeconds(), offerSeconds);
        declineLimit = Objects.requireNonNullElse(change.declineLimit(), declineLimit);
        dispositions = change.dispositions() == null ? dispositions : String.join("\n", change.dispositions());
        maxAttempts = Objects.requireNonNullElse(change.maxAttempts(), maxAttempts);
        retrySeconds = Objects.requireNonNullElse(change.retrySeconds(), retrySeconds);
        wrapUpSeconds = Objects.requireNonNullElse(change.wrapUpSeconds(), wrapUpSeconds);
        shiftEnd = Objects.requireNonNullElse(change.shiftEnd(), shiftEnd);
    }
}
