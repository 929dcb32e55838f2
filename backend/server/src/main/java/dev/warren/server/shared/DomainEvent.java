package dev.warren.server.shared;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened to one subject (a task, a worker). Implemented by records that the module owning the fact
 * publishes; the record's own components are the payload of the event log and of the wire.
 */
public interface DomainEvent {

    /** The name on the wire, {@code <kind of subject>.<what happened>}, for example {@code task.queued}. */
    @JsonIgnore
    String type();

    /** Whom it happened to. */
    @JsonIgnore
    UUID subject();

    /** The version of the subject that this event made; contiguous from 1 for each subject. */
    @JsonIgnore
    int version();

    /** The name of the task queue it concerns; the last word of the routing key. */
    @JsonIgnore
    String queue();
}
