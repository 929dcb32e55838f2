package dev.warren.server.analytics;

import java.util.Arrays;

/** How evenly shares (each at least 0) are spread over a group; report it per skill group, or specialists look unfair. */
public final class Fairness {

    private Fairness() {}

    /**
     * Jain's index (Σx)² / (n·Σx²): 1 = all equal, 1/n = one has everything; 1 if there is nothing to spread. From Jain,
     * Chiu and Hawe, "A Quantitative Measure of Fairness and Discrimination for Resource Allocation in Shared Computer
     * Systems", DEC Research Report TR-301 (1984).
     */
    public static double jain(double[] shares) {
        var max = Arrays.stream(shares).max().orElse(0);
        if (max == 0) {
            return 1;
        }
        var sum = 0.0;
        var squares = 0.0;
        for (var share : shares) {
            var scaled = share / max; // squares of tiny shares would vanish
            sum += scaled;
            squares += scaled * scaled;
        }
        return sum * sum / (shares.length * squares);
    }

    /** Highest minus lowest share; 0 for nobody. */
    public static double maxMinGap(double[] shares) {
        return Arrays.stream(shares).max().orElse(0)
                - Arrays.stream(shares).min().orElse(0);
    }

    /**
     * Gini coefficient Σ(2i − n − 1)·xᵢ / (n·Σx), the shares in ascending order and i from 1: 0 = all equal, (n − 1)/n =
     * one has everything; 0 if there is nothing to spread. Half the relative mean difference of Gini, "Variabilità e
     * mutabilità" (1912), in the sorted form of Sen, "On Economic Inequality" (1973).
     */
    public static double gini(double[] shares) {
        var sorted = shares.clone();
        Arrays.sort(sorted);
        var sum = 0.0;
        var weighted = 0.0;
        for (var i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            weighted += (2 * i + 1 - sorted.length) * sorted[i];
        }
        return sum == 0 ? 0 : weighted / (sorted.length * sum);
    }
}
