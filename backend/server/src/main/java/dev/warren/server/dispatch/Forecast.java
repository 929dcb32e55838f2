package dev.warren.server.dispatch;

import java.time.Duration;

/**
 * How long something at a place in a line has to wait: four times of five between {@code low} and {@code high}.
 *
 * <p>The time until the n-th turn of a line that is served at random times is a gamma variable; its shape is n when the
 * times are those of a Poisson process, less when they come in bursts, and less when the rate is known from few turns only.
 * Quantiles by Wilson and Hilferty, The distribution of chi-square, PNAS 17 (1931): within 2 % of the mean from shape 1 on.
 */
record Forecast(Duration expected, Duration low, Duration high) {

    /** Of a standard normal variable: one in ten is below {@code -Z}, one in ten above {@code Z}. */
    private static final double Z = 1.2816;

    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * @param turns how many turns it takes, at least 1
     * @param perSecond turns in a second, above 0
     * @param burstiness variance of the number of turns in equal times over its mean: 1 for a Poisson process
     * @param observed from how many turns the rate is known, at least 1
     */
    static Forecast of(double turns, double perSecond, double burstiness, int observed) {
        double mean = turns / perSecond;
        double shape = 1 / (Math.max(burstiness, 0.1) / turns + 1.0 / observed);
        return new Forecast(seconds(mean), seconds(mean * quantile(shape, -Z)), seconds(mean * quantile(shape, Z)));
    }

    /** Of a gamma variable with mean 1. */
    private static double quantile(double shape, double z) {
        double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        return root <= 0 ? 0 : root * root * root;
    }

    private static Duration seconds(double seconds) {
        return seconds >= LONGEST.toSeconds() ? LONGEST : Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
