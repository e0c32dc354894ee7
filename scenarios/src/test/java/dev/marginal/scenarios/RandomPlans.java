package dev.marginal.scenarios;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.uplift.UpliftScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Plans of a random campaign, and others near them. */
final class RandomPlans {
    static final String WIDE = "store";
    private static final int NAMES_OF_WIDE = 300;

    private final Random random;
    private final int customers;
    private final int offers;

    RandomPlans(Random random) {
        this.random = random;
        this.customers = 3000 + random.nextInt(7000);
        this.offers = random.nextInt(3) == 0 ? 63 : 2 + random.nextInt(7);
    }

    /** Sends anything to anybody. */
    CampaignPlan plan() {
        List<Offer> all =
                IntStream.range(0, offers)
                        .mapToObj(offer -> new Offer("offer " + offer, "channel " + offer % 3))
                        .toList();
        List<Segmentation> columns =
                List.of(column("region", 25), column(WIDE, NAMES_OF_WIDE), column("one", 1));
        OfferBook book = new OfferBook(all, amounts(-1), amounts(0), columns, List.of());
        return plan(book, new long[customers], customer -> true);
    }

    /**
     * Plans after a budget, a cost, an objective, an offer or customers were changed: others' sends
     * of some customers or none, at other columns of some offers, of all, or of none.
     */
    List<CampaignPlan> changes(CampaignPlan plan) {
        OfferBook book = plan.offers();
        long[] sets = plan.sends().sets(customers);
        IntPredicate few = customer -> random.nextInt(20) == 0;
        OfferBook dearer =
                new OfferBook(
                        book.offers(), book.value(), dearer(book), book.segmentations(), List.of());
        OfferBook revalued =
                new OfferBook(
                        book.offers(), amounts(-1), book.cost(), book.segmentations(), List.of());
        OfferBook closed = closed(book, customer -> customer % 7 == 0);
        List<Segmentation> more = new ArrayList<>(book.segmentations());
        more.add(0, column("stage", 4));
        return List.of(
                plan(book, sets, few),
                plan(book, sets, customer -> false),
                plan(dearer, sets, few),
                plan(dearer, sets, customer -> false),
                plan(revalued, sets, few),
                plan(closed, sets, customer -> customer % 7 == 0 || few.test(customer)),
                plan(book, without(sets, 1), customer -> false),
                plan(book.with(more, List.of()), sets, few),
                plan(book, new long[customers], customer -> false));
    }

    /** Some customers get something else: of what is open to them. */
    private CampaignPlan plan(OfferBook book, long[] sets, IntPredicate moves) {
        List<int[]> sends = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            long set = moves.test(customer) ? set() : sets[customer];
            for (int offer = 0; offer < offers; offer++) {
                if ((set >>> offer & 1) != 0 && book.allows(offer, customer)) {
                    sends.add(new int[] {customer, offer});
                }
            }
        }
        int[] customer = sends.stream().mapToInt(send -> send[0]).toArray();
        byte[] offer = new byte[customer.length];
        for (int send = 0; send < offer.length; send++) {
            offer[send] = (byte) sends.get(send)[1];
        }
        return new CampaignPlan(scores(), book, plan(customer, offer));
    }

    private long set() {
        long set = 0;
        for (int left = random.nextInt(4); left > 0; left--) {
            set |= 1L << random.nextInt(offers);
        }
        return set;
    }

    private static long[] without(long[] sets, int offer) {
        return IntStream.range(0, sets.length)
                .mapToLong(customer -> sets[customer] & ~(1L << offer))
                .toArray();
    }

    /** One offer costs so much more as another costs less, so that who gets both pays the same. */
    private float[][] dearer(OfferBook book) {
        float[][] cost = book.cost().clone();
        cost[0] = cost[0].clone();
        cost[1] = cost[1].clone();
        for (int customer = 0; customer < customers; customer++) {
            cost[0][customer] += 0.25f;
            cost[1][customer] -= 0.25f;
        }
        return cost;
    }

    private static OfferBook closed(OfferBook book, IntPredicate out) {
        float[][] open = new float[book.value().length][];
        for (int offer = 0; offer < open.length; offer++) {
            open[offer] = book.value()[offer].clone();
            for (int customer = 0; customer < open[offer].length; customer++) {
                open[offer][customer] = out.test(customer) ? Float.NaN : open[offer][customer];
            }
        }
        return book.closed(open);
    }

    private Segmentation column(String name, int values) {
        int[] code = IntStream.range(0, customers).map(any -> random.nextInt(values)).toArray();
        List<String> names =
                IntStream.range(0, values).mapToObj(value -> name + " " + value).toList();
        return new Segmentation(name, names, code);
    }

    /** Quarters, so that sums of few cancel out exactly. */
    private float[][] amounts(int least) {
        float[][] amounts = new float[offers][customers];
        for (float[] column : amounts) {
            for (int customer = 0; customer < customers; customer++) {
                column[customer] = least + 0.25f * (1 + random.nextInt(20));
            }
        }
        return amounts;
    }

    private UpliftScores scores() {
        return new UpliftScores(
                List.of("any"),
                new float[1][customers],
                new float[1][customers],
                new float[customers]);
    }

    private static SendPlan plan(int[] customer, byte[] offer) {
        return new SendPlan(
                Outcome.FEASIBLE,
                customer,
                offer,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
