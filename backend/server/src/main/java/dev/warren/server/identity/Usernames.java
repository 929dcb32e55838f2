package dev.warren.server.identity;

/** What a user name may look like, for the {@code @Pattern} of requests. */
public final class Usernames {

    public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{1,59}";
    public static final String RULE = "must be 2 to 60 letters, digits, dots, hyphens or underscores";

    private Usernames() {}
}
