package dev.warren.server.shared.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** A row's version as an entity tag: {@code ETag: "7"} on the way out, {@code If-Match: "7"} on the way in. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,9})\"?");

    private Versions() {}

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version that the caller saw, or null when it names none ({@code *} or no header). */
    public static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        var tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Problem.of(ProblemCode.INVALID_PARAMETER, "If-Match", "must be the ETag of an earlier answer");
        }
        return Integer.valueOf(tag.group(1));
    }
}
