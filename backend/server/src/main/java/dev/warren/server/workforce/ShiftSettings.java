package dev.warren.server.workforce;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens near the end of a shift.
 *
 * @param ending how long before its end nobody is handed a task that would take longer than what is left
 * @param estimate how long a task is thought to take of which nobody has said it
 */
@ConfigurationProperties("warren.shifts")
record ShiftSettings(
        @DefaultValue("30m") Duration ending,
        @DefaultValue("15m") Duration estimate) {}
