package dev.warren.server.operations;

import java.util.Map;
import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForGuests;
import dev.warren.server.operations.Components.Component;
import dev.warren.server.operations.Components.Status;

/**
 * How this server and what it depends on are. Only the database is indispensable: without it the server is DOWN (503),
 * without RabbitMQ or Redis it works on, DEGRADED (200).
 */
@RestController
@RequestMapping("/api/v1/health")
@RequiredArgsConstructor
class HealthController {

    private final Components components;

    record Health(Status status, Map<String, Component> components) {}

    @GetMapping
    @ForGuests
    ResponseEntity<Health> health() {
        var asked = components.ask();
        boolean down = Objects.requireNonNull(asked.get(Components.DATABASE)).status() == Status.DOWN;
        boolean whole = asked.values().stream().allMatch(it -> it.status() == Status.UP);
        var status = down ? Status.DOWN : whole ? Status.UP : Status.DEGRADED;
        return ResponseEntity.status(down ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(new Health(status, asked));
    }
}
