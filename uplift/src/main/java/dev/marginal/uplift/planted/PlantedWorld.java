package dev.marginal.uplift.planted;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Customers whose GMV is mostly zero with a heavy tail, and whose true uplift is known.
 *
 * <p>Ten standard normal features x0 … x9, see {@link #FEATURES}. A customer orders with
 * probability {@code σ(−2.3 + 0.7 x0 + 0.5 max(x1, 0) − 0.4 x2 1[x3>0] + s e(x))}, where s is the
 * arm's strength (0 for the control) and {@code e(x) = 0.15 + 0.45 1[x6>0] σ(2 x2) − 0.25 1[x1>1]};
 * the basket is log-normal with log mean {@code 3.2 + 0.35 x0 + 0.25 x4 − 0.2 |x5| + s (0.05 x7 −
 * 0.05 1[x0>0.5])} and log standard deviation 1, rounded to cents. Expected GMV is p exp(log mean +
 * ½). Without treatment about one customer in seven orders; any treatment lowers the GMV of about
 * one in eight.
 *
 * <p>Row i is drawn from the seed and i alone: a longer history begins with the shorter one.
 *
 * @param seed of everything drawn
 * @param arms the treatments
 * @param confounded false: every arm has the same share, at random; true: a customer is treated
 *     with a probability between .05 and .95 that grows with x0 and x6, each treatment alike
 * @param regions whether a category {@code region}, the quarter of x4, stands beside the numbers
 * @param missingShare share of the number cells that are missing, in [0, 1)
 */
public record PlantedWorld(
        long seed, List<Arm> arms, boolean confounded, boolean regions, double missingShare) {
    /** The names of x0 … x9. */
    public static final List<String> FEATURES =
            List.of(
                    "loyalty",
                    "recent_orders",
                    "days_since_visit",
                    "tenure",
                    "basket_size",
                    "price_level",
                    "app_usage",
                    "coupon_affinity",
                    "returns",
                    "distance");

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long AUDIENCE = 0x5DEECE66DL;

    /**
     * A treatment.
     *
     * @param strength what the effect on order and basket is multiplied by
     */
    public record Arm(String name, double strength) {
        public Arm {
            Requires.text(name, "arm");
            Requires.require(Double.isFinite(strength), "strength", strength, "finite");
        }
    }

    public PlantedWorld {
        arms = List.copyOf(arms);
        Requires.require(!arms.isEmpty(), "arms", arms, "at least one");
        Requires.require(
                missingShare >= 0 && missingShare < 1, "missingShare", missingShare, "in [0, 1)");
    }

    /** Randomised; a push of strength 0.5 and coupons of 1.0 and 1.6. */
    public static PlantedWorld randomised(long seed) {
        List<Arm> arms =
                List.of(new Arm("push", 0.5), new Arm("coupon_5", 1.0), new Arm("coupon_10", 1.6));
        return new PlantedWorld(seed, arms, false, false, 0);
    }

    /** The same world with these arms. */
    public PlantedWorld withArms(Arm... others) {
        return new PlantedWorld(seed, List.of(others), confounded, regions, missingShare);
    }

    /** The same world where who is treated depends on the customer. */
    public PlantedWorld withConfounding() {
        return new PlantedWorld(seed, arms, true, regions, missingShare);
    }

    /** The same world with the category {@code region}. */
    public PlantedWorld withRegions() {
        return new PlantedWorld(seed, arms, confounded, true, missingShare);
    }

    /** The same world with this share of the number cells missing. */
    public PlantedWorld withMissing(double share) {
        return new PlantedWorld(seed, arms, confounded, regions, share);
    }

    /** The treatments' names, in order. */
    public List<String> treatments() {
        return arms.stream().map(Arm::name).toList();
    }

    /** People to plan for, none of whom is in the history. */
    public PlantedCustomers audience(int rows) {
        PlantedRows planted = new PlantedRows(this, rows);
        for (int row = 0; row < rows; row++) {
            planted.add(row, PlantedCustomer.draw(this, random(row, AUDIENCE)));
        }
        return planted.customers();
    }

    /** A campaign that has been run, with its propensities logged. */
    public PlantedHistory history(int rows) {
        PlantedRows planted = new PlantedRows(this, rows);
        int[] arm = new int[rows];
        double[] gmv = new double[rows];
        double[] propensity = new double[rows];
        for (int row = 0; row < rows; row++) {
            SplittableRandom random = random(row, 0);
            PlantedCustomer customer = PlantedCustomer.draw(this, random);
            double[] shares = customer.shares(this);
            arm[row] = choose(shares, random.nextDouble());
            propensity[row] = shares[arm[row]];
            gmv[row] = customer.buy(strength(arm[row]), random);
            planted.add(row, customer);
        }
        PlantedCustomers truth = planted.customers();
        double[] weight = new double[rows];
        Arrays.fill(weight, 1);
        int[] group = IntStream.range(0, rows).toArray();
        CampaignHistory history =
                new CampaignHistory(
                        truth.customers(),
                        treatments(),
                        arm,
                        gmv,
                        weight,
                        propensity,
                        group,
                        Long.toHexString(seed) + "-" + rows);
        return new PlantedHistory(history, truth);
    }

    double strength(int arm) {
        return arm == 0 ? 0 : arms.get(arm - 1).strength();
    }

    private SplittableRandom random(int row, long purpose) {
        return new SplittableRandom((seed * SPREAD ^ purpose) + row * 0xD1B54A32D192ED03L);
    }

    private static int choose(double[] shares, double draw) {
        double sum = 0;
        for (int arm = 0; arm < shares.length - 1; arm++) {
            sum += shares[arm];
            if (draw < sum) {
                return arm;
            }
        }
        return shares.length - 1;
    }
}
