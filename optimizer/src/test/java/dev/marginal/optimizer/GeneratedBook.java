package dev.marginal.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Books with log-normal values, a fifth of them negative, and costs that go with the values. */
public final class GeneratedBook {
    private static final List<String> CHANNELS = List.of("coupon", "push", "email");

    private GeneratedBook() {}

    /** Continuous scores. */
    public static OfferBook of(int customers, int offers, long seed) {
        return of(customers, offers, seed, 0);
    }

    /** Scores that take only {@code kinds} different rows, as trees with few leaves give them. */
    public static OfferBook of(int customers, int offers, long seed, int kinds) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] value = new float[offers][customers];
        float[][] cost = new float[offers][customers];
        int drawn = kinds == 0 ? customers : kinds;
        for (int row = 0; row < customers; row++) {
            int same = row < drawn ? row : random.nextInt(drawn);
            double affinity = gaussian(random);
            for (int offer = 0; offer < offers; offer++) {
                if (row < drawn) {
                    double worth = Math.exp(0.7 * affinity + 0.7 * gaussian(random));
                    boolean harmful = random.nextDouble() < 0.2;
                    value[offer][row] =
                            (float) (harmful ? -0.5 * worth : worth * (1 + 0.2 * offer));
                    cost[offer][row] =
                            (float)
                                    (0.05
                                            + 0.3 * worth * (0.5 + random.nextDouble())
                                            + 0.1 * offer);
                } else {
                    value[offer][row] = value[offer][same];
                    cost[offer][row] = cost[offer][same];
                }
            }
        }
        return new OfferBook(offers(offers), value, cost);
    }

    /** One offer that is worth the same and costs the same for everyone. */
    public static OfferBook flat(int customers, float worth, float costs) {
        float[] value = new float[customers];
        float[] cost = new float[customers];
        Arrays.fill(value, worth);
        Arrays.fill(cost, costs);
        return new OfferBook(
                List.of(new Offer("coupon", "coupon")),
                new float[][] {value},
                new float[][] {cost});
    }

    /** What it would cost to send every offer to everyone. */
    public static double fullSpend(OfferBook book) {
        long micros = 0;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            for (int row = 0; row < book.customers(); row++) {
                micros += book.costMicros(offer, row);
            }
        }
        return (double) micros / OfferBook.MICROS;
    }

    private static List<Offer> offers(int count) {
        List<Offer> offers = new ArrayList<>();
        for (int offer = 0; offer < count; offer++) {
            offers.add(new Offer("offer_" + offer, CHANNELS.get(offer % CHANNELS.size())));
        }
        return offers;
    }

    private static double gaussian(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
