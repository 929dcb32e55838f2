package dev.warren.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import lombok.RequiredArgsConstructor;

import dev.warren.bench.Api.Call;

/** Lets whatever stands on the coordinator's list be offered again, as somebody would who looks at it every second. */
@RequiredArgsConstructor
final class Coordinator {

    private final Session admin;
    private final Facts facts;
    private final AtomicInteger decided = new AtomicInteger();

    /** Until it is interrupted. */
    void run() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                var list = admin.call(Call.get("/coordination")).orFail("The coordinator's list");
                for (var item : list.body().path("items")) {
                    var path = "/tasks/" + item.path("taskId").asString() + "/offer-again";
                    if (admin.call(Call.post(path, null)).answer().ok()) { // or somebody has it meanwhile
                        decided.incrementAndGet();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            facts.clientFailures.add("The coordinator: " + e);
        }
    }

    int decided() {
        return decided.get();
    }
}
