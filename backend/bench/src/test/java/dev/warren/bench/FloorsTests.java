package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class FloorsTests {

    @Test
    void addsTwoCommitsOneDeliveryAndOneFrame() {
        var floors = new Floors(1_000.0, all(1), all(3), all(5));

        assertThat(floors.push()).extracting(Distribution::p50).isEqualTo(10.0);
        assertThat(floors.ratios(all(25))).containsEntry("p50", 2.5).containsEntry("p99", 2.5);
    }

    @Test
    void givesNoRatioWhereAPartIsUnknown() {
        var floors = new Floors(null, null, all(3), all(5));

        assertThat(floors.push()).isNull();
        assertThat(floors.ratios(all(25))).isEmpty();
    }

    @Test
    void measuresAFrameOnLoopback() throws InterruptedException {
        var frame = WebSocketFloor.measure();

        assertThat(frame.count()).isGreaterThan(350);
        assertThat(frame.p50()).isPositive();
    }

    @Test
    void takesTheNearestRankAsQuantile() {
        var distribution = Distribution.of(List.of(4.0, 1.0, 3.0, 2.0));

        assertThat(distribution).isEqualTo(new Distribution(4, 2, 4, 4, 4));
        assertThat(Distribution.of(List.of()).p99()).isZero();
    }

    @Test
    void rangesFromOneOverNToOne() {
        assertThat(Distribution.jain(new double[] {0.5, 0.5, 0.5})).isCloseTo(1, within(1e-9));
        assertThat(Distribution.jain(new double[] {1, 0, 0, 0})).isCloseTo(0.25, within(1e-9));
        assertThat(Distribution.jain(new double[] {0, 0})).isEqualTo(1);
    }

    private static Distribution all(double value) {
        return new Distribution(1, value, value, value, value);
    }
}
