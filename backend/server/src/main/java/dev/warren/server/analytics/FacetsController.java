package dev.warren.server.analytics;

import java.util.stream.Collectors;

import jakarta.validation.Valid;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForManagers;
import dev.warren.server.task.TaskFilter;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.TaskSearch;

/** Counts what the list of tasks would show: by the counters where they know, else by the tasks. */
@RestController
@RequestMapping("/api/v1/tasks/facets")
@RequiredArgsConstructor
class FacetsController {

    private final Counters counters;
    private final TaskSearch tasks;
    private final TaskQueues queues;

    @GetMapping
    @ForManagers
    Facets facets(@Valid @ParameterObject @ModelAttribute TaskFilter filter) {
        if (filter.queue() != null) {
            queues.named(filter.queue(), "queue");
        }
        var cells = filter.isCoarse()
                ? counters.read()
                : tasks.count(filter).stream()
                        .collect(Collectors.toMap(
                                it -> new Cell(it.queue(), it.status(), it.priority()), TaskSearch.Count::tasks));
        return Facets.of(cells, filter);
    }
}
