package dev.warren.server.task;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

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
}
