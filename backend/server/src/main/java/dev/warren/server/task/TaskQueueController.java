package dev.warren.server.task;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForAdmins;
import dev.warren.server.identity.ForManagers;

/** The queues themselves. */
@RestController
@RequestMapping("/api/v1/queues")
@RequiredArgsConstructor
class TaskQueueController {

    private final TaskQueues queues;

    record NewQueue(
            @NotNull
            @Pattern(
                    regexp = "[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?",
                    message = "must be 1 to 60 of a-z, 0-9 and -, not - at an end")
            String name) {}

    record QueueView(String name) {}

    record QueueList(List<QueueView> items) {}

    @GetMapping
    @ForManagers
    QueueList list() {
        return new QueueList(
                queues.all().stream().map(it -> new QueueView(it.name())).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ForAdmins
    QueueView create(@Valid @RequestBody NewQueue request) {
        return new QueueView(queues.create(request.name()).name());
    }
}
