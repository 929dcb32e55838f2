package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class MannersTests {

    private static final int MANY = 20_000;

    @Test
    void keepsToItsPercents() {
        var manners = new Manners(5, 3, 20, 10, 1, 42);

        assertThat(percent(it -> manners.answer(it) == Manners.Answer.DECLINE)).isCloseTo(5, within(0.6));
        assertThat(percent(it -> manners.answer(it) == Manners.Answer.MISS)).isCloseTo(3, within(0.6));
        assertThat(percent(manners::holds)).isCloseTo(20, within(1.5));
        assertThat(percent(manners::returns)).isCloseTo(10, within(1.5));
        assertThat(percent(manners::fails)).isCloseTo(1, within(0.6));
    }

    @Test
    void decidesTheSameWayAgain() {
        var one = new Manners(50, 0, 0, 0, 0, 42);
        var other = new Manners(50, 0, 0, 0, 0, 43);

        var again = new Manners(50, 0, 0, 0, 0, 42);
        assertThat(percent(it -> one.answer(it) == again.answer(it))).isEqualTo(100);
        assertThat(percent(it -> one.answer(it) == other.answer(it))).isLessThan(60);
    }

    private static double percent(Predicate<String> what) {
        return 100.0
                * IntStream.range(0, MANY)
                        .mapToObj(it -> "id-" + it)
                        .filter(what)
                        .count()
                / MANY;
    }
}
