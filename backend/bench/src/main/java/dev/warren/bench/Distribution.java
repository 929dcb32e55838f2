package dev.warren.bench;

import java.util.Arrays;
import java.util.Collection;

/** Quantiles of a set of figures, all in the unit of the figures; zero when there are none. */
record Distribution(long count, double p50, double p95, double p99, double max) {

    static Distribution of(Collection<Double> figures) {
        return of(figures.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Distribution of(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return new Distribution(
                sorted.length,
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                quantile(sorted, 0.99),
                quantile(sorted, 1));
    }

    /** Jain's fairness index: 1 when all have the same, 1/n when one has everything; 1 for nothing at all. */
    static double jain(double[] shares) {
        var sum = Arrays.stream(shares).sum();
        var squares = Arrays.stream(shares).map(share -> share * share).sum();
        return squares == 0 ? 1 : sum * sum / (shares.length * squares);
    }

    private static double quantile(double[] sorted, double q) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(q * sorted.length) - 1)];
    }
}
