package dev.warren.server.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTests {

    /** The values of R: {@code quantile(c(1, 2, 4, 8), p, type = 7)}. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.1, 1.3", "0.5, 3", "0.9, 6.8", "0.95, 7.4", "1, 8"})
    void interpolatesAsTypeSeven(double part, double value) {
        assertThat(Quantiles.of(new double[] {1, 2, 4, 8}, part)).isCloseTo(value, within(1e-9));
    }

    @Test
    void isTheValueItselfForOne() {
        assertThat(Quantiles.of(new double[] {7}, 0.9)).isEqualTo(7);
    }

    @Test
    void refusesAnEmptySampleAndImpossibleParts() {
        assertThatThrownBy(() -> Quantiles.of(new double[0], 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(new double[] {1}, 1.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
