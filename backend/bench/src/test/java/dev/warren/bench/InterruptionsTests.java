package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class InterruptionsTests {

    private static final String TRACE = """
            id,created_at,priority,category,required_skill,handle_seconds,waits,reassignments
            a,2016-02-29T01:16:00,3,net,db,60,1,0
            b,2016-02-29T01:17:00,3,net,db,60,0,9
            c,2016-02-29T01:18:00,3,net,db,60,,
            """;

    @Test
    void happenAsOftenAsTheTraceSaysAndNotWithoutEnd() throws IOException {
        var interruptions = new Interruptions(
                CsvTrace.parse(new StringReader(TRACE), Integer.MAX_VALUE).incidents());

        assertThat(times(() -> interruptions.takeHold("a"))).isEqualTo(1);
        assertThat(times(() -> interruptions.takeHandOver("a"))).isZero();
        assertThat(times(() -> interruptions.takeHandOver("b"))).isEqualTo(Interruptions.MOST);
        assertThat(times(() -> interruptions.takeHold("c"))).isZero();
        assertThat(interruptions.hands("a")).isEqualTo(1);
        assertThat(interruptions.hands("b")).isEqualTo(1 + Interruptions.MOST);
    }

    @Test
    void neverHappenToWhatTheTraceDoesNotKnow() {
        var none = Interruptions.none();

        assertThat(none.takeHold("a")).isFalse();
        assertThat(none.takeHandOver("a")).isFalse();
        assertThat(none.hands("a")).isEqualTo(1);
    }

    private static long times(BooleanSupplier take) {
        return Stream.generate(take::getAsBoolean).limit(20).filter(it -> it).count();
    }
}
