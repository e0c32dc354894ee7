package dev.marginal.spark;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A campaign whose customers are drawn one by one, so that any part of it can be made anywhere:
 * offers of three channels, regions and stages, minutes of a call centre, and limits with floors,
 * ceilings, cells and families.
 *
 * @param customers how many
 */
record Planted(int customers) implements Serializable {
    private static final int OFFERS = 6;
    private static final OfferSet ALL = new OfferSet((1L << OFFERS) - 1);
    private static final OfferSet COUPONS = new OfferSet(0b001001);
    private static final OfferSet PUSHES = new OfferSet(0b010010);
    private static final OfferSet CALLS = new OfferSet(0b100100);
    private static final List<String> REGIONS = List.of("east", "north", "south", "west");

    /** Customers are older the farther behind they stand, so that no part has all stages. */
    private static final List<String> STAGES = List.of("active", "new", "old", "risk");

    /** The whole campaign. */
    OfferBook book() {
        return book(0, customers);
    }

    /** Its customers in equal parts, each keeping the number of its first customer. */
    JavaRDD<Part<Integer>> parts(JavaSparkContext context, int count) {
        Planted campaign = this;
        return context.parallelize(IntStream.range(0, count).boxed().toList(), count)
                .map(number -> campaign.part(number, count));
    }

    private Part<Integer> part(int number, int count) {
        int from = (int) ((long) number * customers / count);
        int to = (int) ((number + 1L) * customers / count);
        return new Part<>(book(from, to), from);
    }

    /** The customers from one to another; columns know only the names that occur there. */
    OfferBook book(int from, int to) {
        int rows = to - from;
        float[][] value = new float[OFFERS][rows];
        float[][] cost = new float[OFFERS][rows];
        float[][] minutes = new float[OFFERS][rows];
        int[] region = new int[rows];
        int[] stage = new int[rows];
        for (int row = 0; row < rows; row++) {
            SplittableRandom random = new SplittableRandom(0x5EED + 977L * (from + row));
            double affinity = random.nextDouble() + random.nextDouble();
            region[row] = random.nextInt(REGIONS.size());
            stage[row] =
                    (int)
                            (STAGES.size()
                                    * (0.2 * random.nextDouble() + 0.8 * (from + row) / customers));
            for (int offer = 0; offer < OFFERS; offer++) {
                double worth = affinity * (0.2 + random.nextDouble()) * (1 + 0.3 * offer);
                boolean closed = random.nextInt(20) == 0;
                value[offer][row] = closed ? Float.NaN : (float) (worth - 0.3);
                cost[offer][row] = (float) (0.02 + 0.4 * worth * random.nextDouble());
                minutes[offer][row] = random.nextInt(0, 12) / 4f;
            }
        }
        return new OfferBook(
                offers(),
                value,
                cost,
                List.of(column("region", REGIONS, region), column("stage", STAGES, stage)),
                List.of(new Measure("minutes", minutes)));
    }

    private static Segmentation column(String name, List<String> names, int[] code) {
        TreeSet<Integer> occurring = new TreeSet<>();
        IntStream.of(code).forEach(occurring::add);
        int[] own = new int[names.size()];
        List<String> ownNames = new ArrayList<>();
        for (int one : occurring) {
            own[one] = ownNames.size();
            ownNames.add(names.get(one));
        }
        return new Segmentation(name, ownNames, IntStream.of(code).map(one -> own[one]).toArray());
    }

    private static List<Offer> offers() {
        List<String> channels = List.of("coupon", "push", "call");
        return IntStream.range(0, OFFERS)
                .mapToObj(offer -> new Offer("offer_" + offer, channels.get(offer % 3)))
                .toList();
    }

    Budget budget() {
        return Budget.of(0.12 * customers);
    }

    /** Ceilings, floors, a return and minutes, for everyone and for some; and personal limits. */
    Rules rules() {
        Segment young = Segment.of("stage", "new", "active");
        List<Limit> limits =
                List.of(
                        Limit.personal("two contacts", ALL, 2),
                        Limit.personal("one call", CALLS, 1),
                        Limit.personal(
                                "no push for the old", PUSHES, Segment.of("stage", "old"), 0),
                        Limit.sends("pushes", PUSHES, 0, (long) (0.2 * customers)),
                        Limit.sends(
                                "calls in the north",
                                CALLS,
                                Segment.of("region", "north"),
                                0,
                                (long) (0.05 * customers)),
                        Limit.sends(
                                "coupons for the young",
                                COUPONS,
                                young,
                                (long) (0.12 * customers),
                                Limit.Shared.UNLIMITED),
                        Limit.spend(
                                "spend at risk",
                                ALL,
                                Segment.of("stage", "risk"),
                                0,
                                0.015 * customers),
                        row("minutes", 0.3 * customers, part("minutes", Segment.EVERYONE, 1)),
                        row(
                                "return in the west",
                                0,
                                part("cost", Segment.of("region", "west"), 4),
                                part("value", Segment.of("region", "west"), -1)));
        return Rules.of(terms -> limits.stream());
    }

    private static Limit row(String name, double most, Limit.Part... parts) {
        return new Limit.Shared(
                name, List.of(parts), Limit.Shared.NO_FLOOR, OfferBook.micros(most));
    }

    private static Limit.Part part(String charge, Segment where, long weight) {
        return new Limit.Part(ALL, where, new Charge(charge), weight);
    }
}
