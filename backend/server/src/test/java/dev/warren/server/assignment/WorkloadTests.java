package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.warren.server.workforce.Span;

class WorkloadTests {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    /** Spans as seconds after the start. */
    @ParameterizedTest
    @CsvSource({
        "0-100,          ,               1, 0,   100",
        "0-100,          20-50,          1, 30,  100",
        "0-100,          20-50,          2, 15,  100",
        "0-100,          20-50 30-60,    2, 30,  100",
        "0-100,          20-50 30-60,    1, 40,  100",
        "0-100 200-300,  50-250,         1, 100, 200",
        "0-100,          0-100,          0, 100, 100",
        "0-100 100-200,  90-110,         1, 20,  200",
        ",               20-50,          1, 0,   0",
    })
    void countsLoadOverCapacityWhileAtWork(String atWork, String held, int capacity, double busy, double present) {
        var workload = Workload.of(spans(atWork), spans(held), List.of(), capacity);

        assertThat(workload).isEqualTo(new Workload(busy, present));
    }

    private static List<Span> spans(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(it -> it.split("-"))
                        .map(it -> new Span(
                                START.plusSeconds(Long.parseLong(it[0])), START.plusSeconds(Long.parseLong(it[1]))))
                        .toList();
    }
}
