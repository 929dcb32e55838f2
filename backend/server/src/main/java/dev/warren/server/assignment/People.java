package dev.warren.server.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Priority;
import dev.warren.server.workforce.WorkerFilter;
import dev.warren.server.workforce.WorkerReader;
import dev.warren.server.workforce.WorkerView;

/** Reads people with what they are at: one statement for the workers of a page, one for all their open assignments. */
@Component
@RequiredArgsConstructor
class People {

    private static final int MAX_CURRENT = 10;

    /** A branch for each worker, so that somebody who holds hundreds costs no more than ten rows. */
    private static final String CURRENT = """
            (SELECT a.worker, a.assignment, a.task, a.state, COALESCE(a.started_at, a.assigned_at) AS since, a.percent,
                t.title, t.priority
            FROM active a JOIN task t ON t.id = a.task WHERE a.worker = ? ORDER BY a.assignment LIMIT %d)""".formatted(MAX_CURRENT);

    private final JdbcTemplate jdbc;
    private final WorkerReader workers;

    Optional<Person> find(UUID id) {
        return workers.find(id).map(it -> withCurrent(List.of(it)).get(0));
    }

    List<Person> list(WorkerFilter filter, @Nullable String afterUsername, int size) {
        return withCurrent(workers.list(filter, afterUsername, size));
    }

    private List<Person> withCurrent(List<WorkerView> page) {
        var current = new HashMap<UUID, List<Person.CurrentAssignment>>();
        var busy = page.stream().filter(it -> it.load() > 0).map(WorkerView::id).toList();
        if (!busy.isEmpty()) {
            jdbc.query(
                    String.join(" UNION ALL ", Collections.nCopies(busy.size(), CURRENT)),
                    row -> {
                        current.computeIfAbsent(Sql.id(row, "worker"), it -> new ArrayList<>())
                                .add(current(row));
                    },
                    busy.stream().map(Ids::bytes).toArray());
        }
        return page.stream()
                .map(it -> new Person(it, current.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private static Person.CurrentAssignment current(ResultSet row) throws SQLException {
        return new Person.CurrentAssignment(
                Sql.id(row, "assignment"),
                Sql.id(row, "task"),
                row.getString("title"),
                Priority.of(row.getInt("priority")),
                AssignmentState.valueOf(row.getString("state")),
                Sql.instant(row, "since"),
                row.getInt("percent"));
    }
}
