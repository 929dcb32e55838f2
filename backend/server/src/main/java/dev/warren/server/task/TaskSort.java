package dev.warren.server.task;

import java.util.Arrays;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** The orders of a list of tasks. Ids rise with creation, so each ends with the id and is total. */
@RequiredArgsConstructor
enum TaskSort {
    OLDEST("createdAt", "id"),
    NEWEST("-createdAt", "id DESC"),
    /** P1 first, the oldest first among equals. */
    PRIORITY("priority", "priority, id");

    private final String parameter;

    /** As SQL. */
    final String order;

    static TaskSort of(String parameter) {
        return Arrays.stream(values())
                .filter(it -> it.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemCode.INVALID_PARAMETER,
                        "sort",
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(it -> it.parameter)
                                        .collect(Collectors.joining(", "))));
    }
}
