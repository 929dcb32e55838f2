package dev.warren.server.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a task is created from, checked for form but not yet against the skills and queues that exist.
 *
 * @param queue the name of its queue, null for {@link TaskQueue#DEFAULT}
 * @param requiredSkills names of skills that its worker must have, all of them
 * @param minSkillLevel the level needed in each of them, 1..5
 * @param region where its worker must serve, null for anywhere
 * @param estimateSeconds how long it is thought to take
 */
public record NewTask(
        String title,
        @Nullable String description,
        Priority priority,
        @Nullable String queue,
        @Nullable String category,
        List<String> requiredSkills,
        int minSkillLevel,
        @Nullable String region,
        @Nullable Instant dueAt,
        @Nullable Integer estimateSeconds,
        Map<String, Object> metadata) {}
