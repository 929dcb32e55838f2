package dev.warren.bench;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The title of a replayed task: names row and run, so that a task is recognised wherever it shows up. */
record Title(String runId, String rowId) {

    private static final Pattern FORM = Pattern.compile("(\\S+) \\S+ \\[run (\\S+)]");

    String text(String category) {
        return rowId + " " + category.replace(' ', '-') + " [run " + runId + "]";
    }

    /** Null for a task that no replay created. */
    static @Nullable Title parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? new Title(matcher.group(2), matcher.group(1)) : null;
    }
}
