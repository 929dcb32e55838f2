package dev.warren.server.shared.web;

import java.util.Map;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** A problem together with the headers that belong to its answer, such as {@code Allow}. */
record Refusal(Problem problem, Map<String, String> headers) {

    static Refusal of(Problem problem) {
        return new Refusal(problem, Map.of());
    }

    static Refusal of(ProblemCode code, String detail) {
        return of(new Problem(code, detail));
    }
}
