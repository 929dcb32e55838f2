package dev.warren.server.shared;

/**
 * Quantiles of a sample, interpolated between its neighbours: type 7 of Hyndman and Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996), the one of R and of spreadsheets.
 */
public final class Quantiles {

    private Quantiles() {}

    /**
     * The value below which that part of the sample lies.
     *
     * @param sorted at least one value, ascending
     * @param part 0..1, 0.5 for the median
     */
    public static double of(double[] sorted, double part) {
        if (sorted.length == 0 || !(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("No quantile %s of %d values".formatted(part, sorted.length));
        }
        var place = (sorted.length - 1) * part;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
