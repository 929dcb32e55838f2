package dev.warren.server.assignment;

import java.time.Instant;
import java.util.UUID;

import dev.warren.server.task.TaskView;

/** An offer that waits for the answer of the one to whom it was made. */
public record OfferView(UUID id, UUID taskId, Instant issuedAt, Instant expiresAt, TaskView task) {}
