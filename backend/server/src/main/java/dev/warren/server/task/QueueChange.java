package dev.warren.server.task;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import dev.warren.server.shared.web.PlainText;

/** Other settings of a queue. What is absent stays as it is. */
record QueueChange(
        @Nullable Acceptance acceptance,
        @Min(5) @Max(3_600) @Nullable Integer offerSeconds,
        @Min(1) @Max(100) @Nullable Integer declineLimit,

        @Size(max = 20) @Nullable List<@NotNull @NotBlank @PlainText(max = 60) String> dispositions,

        @Min(1) @Max(20) @Nullable Integer maxAttempts,
        @Min(1) @Max(86_400) @Nullable Integer retrySeconds,
        @Min(0) @Max(3_600) @Nullable Integer wrapUpSeconds,
        @Nullable ShiftEnd shiftEnd) {}
