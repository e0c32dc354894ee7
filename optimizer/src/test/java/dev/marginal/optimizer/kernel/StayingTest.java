package dev.marginal.optimizer.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.MediumCampaign;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import dev.marginal.tables.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StayingTest {
    private static final int CUSTOMERS = 30_000;
    private static final int OFFERS = 4;
    private static final double WIDE = 0.01;
    private static final Workers TWO = new Workers(new Execution(2));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_stretch_that_stays_chooses_the_same_at_all_prices_in_the_box(long seed) {
        Asked asked = new Asked(seed, false);
        List<Stretch> staying = asked.staying();
        assertThat(customers(staying)).isGreaterThan(CUSTOMERS / 20);
        asked.assertThatTheyStay(staying);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_stretch_that_stays_has_nothing_closed(long seed) {
        Asked asked = new Asked(seed, true);
        List<Stretch> staying = asked.staying();
        assertThat(staying).isNotEmpty();
        asked.assertThatTheyStay(staying);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void customers_of_one_set_and_cell_stand_from_the_least_firm_to_the_firmest(long seed) {
        Asked asked = new Asked(seed, false);
        Firmness firmness = new Firmness(asked.before, asked.before.rates(asked.prices));
        Alike alike = asked.anchor.alike();
        for (Stretch stretch : alike.stretches()) {
            for (int place = stretch.from() + 1; stretch.isOfOneCell() && place < stretch.to(); ) {
                float before = firmness.of(alike.order()[place - 1], stretch.set());
                assertThat(firmness.of(alike.order()[place++], stretch.set()))
                        .isGreaterThanOrEqualTo(before);
            }
        }
    }

    private static int customers(List<Stretch> stretches) {
        return stretches.stream().mapToInt(Stretch::size).sum();
    }

    /** A campaign, its anchor, and a box of prices near it; some customers may be left out. */
    private static final class Asked {
        private final SplittableRandom random;
        private final Instance before;
        private final Instance now;
        private final double[] prices;
        private final Anchor anchor;
        private final double[] middle;
        private final double[] radius;

        Asked(long seed, boolean closes) {
            this.random = new SplittableRandom(seed);
            OfferBook plain = GeneratedBook.of(CUSTOMERS, OFFERS, seed);
            OfferBook segmented = MediumCampaign.withSegments(plain, 3, seed);
            OfferBook book = segmented.with(segmented.segmentations(), List.of());
            int contacts = (int) (1 + seed % 3);
            this.before = Instance.of(book, Budget.of(1_000), rules(book, contacts));
            this.now =
                    before.with(
                            closes ? closed(book) : book, Budget.of(900), rules(book, contacts));
            this.prices = new double[before.rows()];
            for (int row = 0; row < prices.length; row++) {
                boolean counts = before.shared().get(row).countsSends();
                prices[row] = random.nextDouble() * (counts ? 3e5 : 0.3);
            }
            this.anchor = Anchor.at(before, prices, TWO);
            this.middle = scattered(WIDE);
            this.radius = Arrays.stream(prices).map(price -> WIDE * price).toArray();
        }

        private static Rules rules(OfferBook book, int contacts) {
            OfferSet all = MediumCampaign.all(book);
            Segment north = Segment.of("region", "north");
            Limit.Part cost = new Limit.Part(all, Segment.EVERYONE, Charge.COST, 2);
            Limit.Part value = new Limit.Part(all, Segment.EVERYONE, Charge.VALUE, -1);
            return Rules.of(
                    terms ->
                            Stream.of(
                                    Limit.personal("contacts", all, contacts),
                                    Limit.sends("north", all, north, 0, 500),
                                    Limit.sends("first", new OfferSet(1), Segment.EVERYONE, 0, 900),
                                    new Limit.Shared(
                                            "roi",
                                            List.of(cost, value),
                                            Limit.Shared.NO_FLOOR,
                                            0)));
        }

        private OfferBook closed(OfferBook book) {
            float[][] value = book.value().clone();
            for (int offer = 0; offer < OFFERS; offer++) {
                value[offer] = value[offer].clone();
            }
            for (int left = 20; left > 0; left--) {
                value[random.nextInt(OFFERS)][random.nextInt(CUSTOMERS)] = Float.NaN;
            }
            return book.closed(value);
        }

        private double[] scattered(double wide) {
            return Arrays.stream(prices)
                    .map(price -> price * (1 + wide * (2 * random.nextDouble() - 1)))
                    .toArray();
        }

        List<Stretch> staying() {
            Reading read = anchor.read(now, TWO);
            Staying staying =
                    new Staying(
                            anchor.outlines(),
                            read.valuing(),
                            before,
                            now,
                            now.rates(middle),
                            now.reach(radius));
            List<Stretch> all = anchor.alike().stretches();
            return IntStream.range(0, all.size())
                    .filter(number -> staying.all(number, all.get(number)))
                    .mapToObj(all::get)
                    .toList();
        }

        void assertThatTheyStay(List<Stretch> staying) {
            for (int draw = 0; draw < 30; draw++) {
                double[] within = middle.clone();
                for (int row = 0; row < within.length; row++) {
                    double side = draw < 15 ? random.nextInt(2) : random.nextDouble();
                    within[row] += radius[row] * (2 * side - 1);
                }
                long[] choices = new Pass(now, now.columns(), TWO).choices(now.rates(within));
                for (Stretch stretch : staying) {
                    for (int place = stretch.from(); place < stretch.to(); place++) {
                        assertThat(choices[anchor.alike().order()[place]])
                                .as("place %d, draw %d", place, draw)
                                .isEqualTo(stretch.set());
                    }
                }
            }
        }
    }
}
