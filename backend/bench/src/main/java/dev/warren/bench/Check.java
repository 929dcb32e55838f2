package dev.warren.bench;

import java.util.List;

/**
 * The result of one check: how many violations, and the first few told in words.
 *
 * @param violation false for a figure that is told beside the checks but breaks no promise
 */
record Check(String name, String promise, long count, List<String> examples, boolean violation) {

    private static final int MOST_EXAMPLES = 5;

    static Check of(String name, String promise, List<String> violations) {
        return new Check(
                name,
                promise,
                violations.size(),
                violations.stream().limit(MOST_EXAMPLES).toList(),
                true);
    }

    Check asFigure() {
        return new Check(name, promise, count, examples, false);
    }

    boolean failed() {
        return violation && count > 0;
    }
}
