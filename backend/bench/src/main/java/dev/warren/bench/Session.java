package dev.warren.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.warren.bench.Api.Answer;
import dev.warren.bench.Api.Call;

/**
 * One signed-in account: keeps its access token fresh and repeats a call until a server has answered it, going over to
 * the next server when one is gone. Safe for use by many threads.
 */
final class Session {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration RENEW_BEFORE_EXPIRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Set<Integer> WORTH_REPEATING = Set.of(408, 429, 500, 502, 503, 504);

    private final Api api;
    private final String username;
    private final String password;
    private volatile int server;
    private @Nullable String token;
    private @Nullable String refreshCookie;
    private long expiresNanos;

    Session(Api api, String username, String password, int server) {
        this.api = api;
        this.username = username;
        this.password = password;
        this.server = server;
    }

    /** An answer with its price: how often the call was sent, and when the first sending began. */
    record Settled(Answer answer, int attempts, long sentNanos, long answeredNanos) {

        Answer orFail(String what) {
            if (!answer.ok()) {
                throw new CannotRun(what + " was answered " + answer.status() + " " + answer.body());
            }
            return answer;
        }
    }

    URI base() {
        return api.getBases().get(Math.floorMod(server, api.getBases().size()));
    }

    /** Uses the next server from now on. */
    void failOver() {
        server++;
    }

    /** Sends until an answer is final: 2xx, or an error that a repetition would not change. */
    Settled call(Call call) throws InterruptedException {
        var settled = repeat(call, true);
        if (settled.answer().status() == 401) {
            forgetToken();
            settled = repeat(call, true);
        }
        return settled;
    }

    /** A valid access token; signs in or refreshes when needed. */
    synchronized String token() throws InterruptedException {
        if (token == null || System.nanoTime() > expiresNanos) {
            signIn();
        }
        return Objects.requireNonNull(token);
    }

    private synchronized void forgetToken() {
        token = null;
    }

    private void signIn() throws InterruptedException {
        if (refreshCookie != null) {
            var refreshed = repeat(Call.post("/auth/refresh", null).with("Cookie", refreshCookie), false);
            refreshCookie = null;
            if (accept(refreshed.answer())) {
                return;
            }
        }
        var login = repeat(Call.post("/auth/login", Map.of("username", username, "password", password)), false);
        if (!accept(login.answer())) {
            throw new CannotRun("Signing in " + username + " was answered "
                    + login.answer().status() + " " + login.answer().body());
        }
    }

    private boolean accept(Answer answer) {
        if (!answer.ok()) {
            return false;
        }
        token = answer.body().path("accessToken").asString();
        refreshCookie = answer.cookie().orElse(null);
        expiresNanos = System.nanoTime()
                + Duration.ofSeconds(answer.body().path("expiresIn").asLong(300))
                        .minus(RENEW_BEFORE_EXPIRY)
                        .toNanos();
        return true;
    }

    private Settled repeat(Call call, boolean signedIn) throws InterruptedException {
        var start = System.nanoTime();
        for (var attempt = 1; ; attempt++) {
            var pause = Backoff.after(attempt - 1);
            @Nullable Throwable failure = null;
            try {
                Map<String, String> headers = signedIn ? Map.of("Authorization", "Bearer " + token()) : Map.of();
                var sent = attempt == 1 ? System.nanoTime() : start;
                var answer = api.once(base(), call, headers);
                if (!worthRepeating(call, answer)) {
                    return new Settled(answer, attempt, sent, System.nanoTime());
                }
                pause = answer.retryAfter().map(Session::seconds).orElse(pause);
                failure = new IOException(call.path() + " was answered " + answer.status());
                if (answer.status() > 500) {
                    failOver();
                }
            } catch (IOException e) {
                failure = e;
                failOver();
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new GaveUp(call.method() + " " + call.path(), attempt, failure);
            }
            Thread.sleep(pause.toMillis());
        }
    }

    /** With an idempotency key a conflict means that the first sending is still at work. */
    private static boolean worthRepeating(Call call, Answer answer) {
        return WORTH_REPEATING.contains(answer.status())
                || (answer.status() == 409 && call.headers().containsKey("Idempotency-Key"));
    }

    private static Duration seconds(String retryAfter) {
        try {
            var wanted = Duration.ofSeconds(Long.parseLong(retryAfter.trim()));
            return wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE;
        } catch (NumberFormatException e) {
            return Backoff.after(3); // the form with a date
        }
    }
}
