package dev.warren.server.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import dev.warren.server.shared.web.PlainText;

/** What a caller sends to create a task; the same fields as the create-task command on RabbitMQ. */
public record TaskRequest(
        @NotBlank @PlainText(max = 200) String title,
        @PlainText(max = 10_000, multiline = true) @Nullable String description,
        @NotNull Priority priority,
        @PlainText(max = 60) @Nullable String queue,
        @PlainText(max = 60) @Nullable String category,
        @Size(max = 20) @Nullable List<@NotBlank @PlainText(max = 60) String> requiredSkills,
        @Min(1) @Max(5) @Nullable Integer minSkillLevel,
        @PlainText(max = 60) @Nullable String region,
        @FutureOrPresent @Nullable Instant dueAt,
        @Min(1) @Max(31_536_000) @Nullable Integer estimateSeconds,
        @Size(max = 50) @Nullable Map<String, Object> metadata) {

    NewTask toNewTask() {
        return new NewTask(
                title,
                description,
                priority,
                queue,
                category,
                requiredSkills == null
                        ? List.of()
                        : requiredSkills.stream().distinct().toList(),
                minSkillLevel == null ? 1 : minSkillLevel,
                region,
                dueAt,
                estimateSeconds,
                metadata == null ? Map.of() : metadata);
    }
}
