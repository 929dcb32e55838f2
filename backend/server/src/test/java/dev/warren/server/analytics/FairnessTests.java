package dev.warren.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FairnessTests {

    static Stream<Arguments> table() {
        return Stream.of(
                arguments(new double[] {}, 1.0, 0.0, 0.0),
                arguments(new double[] {0, 0, 0}, 1.0, 0.0, 0.0),
                arguments(new double[] {0.4}, 1.0, 0.0, 0.0),
                arguments(new double[] {0.7, 0.7, 0.7}, 1.0, 0.0, 0.0),
                arguments(new double[] {0, 0, 1, 0}, 0.25, 1.0, 0.75),
                arguments(new double[] {1, 3, 2}, 36.0 / 42, 2.0, 2.0 / 9),
                arguments(new double[] {1e-200, 1e-200}, 1.0, 0.0, 0.0));
    }

    @ParameterizedTest
    @MethodSource("table")
    void measuresTheSpread(double[] shares, double jain, double gap, double gini) {
        assertThat(Fairness.jain(shares)).isCloseTo(jain, within(1e-12));
        assertThat(Fairness.maxMinGap(shares)).isCloseTo(gap, within(1e-12));
        assertThat(Fairness.gini(shares)).isCloseTo(gini, within(1e-12));
    }
}
