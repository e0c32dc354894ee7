package dev.marginal.scenarios.planted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Draws lives as Pareto/NBD and Gamma-Gamma describe them, to the letter: rates and stopping are
 * Gamma distributed over people, a visit's amount is Gamma(4, ν) and ν is Gamma(4, γ). They begin
 * on days of their own, evenly spread over the log but its last weeks.
 */
final class PlantedLives {
    /** How many days the log covers; the last is today. */
    static final int DAYS = 730;

    /** Today. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final int LAST_BEGINNING = 715;
    private static final double SHAPE = 4;
    private static final double CENTS = 100;

    /**
     * What sort of people.
     *
     * @param r shape of the rates
     * @param alpha their inverse scale, in days
     * @param s shape of how soon they stop
     * @param beta its inverse scale, in days
     * @param gamma scale of amounts; their mean is 4 γ / 3
     */
    record Kind(double r, double alpha, double s, double beta, double gamma) {}

    /** One day on which somebody came. */
    record Visit(int day, double amount) {
        String date() {
            return TODAY.minusDays(DAYS - 1L - day).toString();
        }
    }

    final RandomGenerator random;
    private final GammaDistribution rates;
    private final GammaDistribution stops;
    private final GammaDistribution sizes;

    PlantedLives(long seed, Kind kind) {
        this.random = new Well19937c(seed);
        this.rates = new GammaDistribution(random, kind.r, 1 / kind.alpha);
        this.stops = new GammaDistribution(random, kind.s, 1 / kind.beta);
        this.sizes = new GammaDistribution(random, SHAPE, 1 / kind.gamma);
    }

    /** Somebody new. */
    PlantedLife draw() {
        double rate = rates.sample();
        double stopping = stops.sample();
        double mean = SHAPE / sizes.sample();
        double first = random.nextDouble() * LAST_BEGINNING;
        double end = first + wait(stopping);
        return new PlantedLife(
                rate, stopping, mean, end, visits(first, Math.min(end, DAYS), rate, mean));
    }

    /** The days after today on which they come of themselves; none if they have stopped. */
    List<Visit> after(PlantedLife life, int days) {
        double next = DAYS + wait(life.rate());
        return visits(next, Math.min(life.end(), DAYS + days), life.rate(), life.mean());
    }

    /** What one more visit of theirs amounts to. */
    double amount(double mean) {
        double amount = new GammaDistribution(random, SHAPE, mean / SHAPE).sample();
        return Math.max(1 / CENTS, cents(amount));
    }

    private List<Visit> visits(double first, double end, double rate, double mean) {
        List<Visit> visits = new ArrayList<>();
        int last = -1;
        for (double at = first; at < end; at += wait(rate)) {
            if ((int) at > last) {
                last = (int) at;
                visits.add(new Visit(last, amount(mean)));
            }
        }
        return visits;
    }

    private double wait(double rate) {
        return -Math.log1p(-random.nextDouble()) / rate;
    }

    static double cents(double amount) {
        return Math.rint(amount * CENTS) / CENTS;
    }
}
