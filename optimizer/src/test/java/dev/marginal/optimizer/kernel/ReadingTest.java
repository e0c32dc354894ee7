package dev.marginal.optimizer.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.MediumCampaign;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final int CUSTOMERS = 6_000;
    private static final int OFFERS = 5;
    private static final Budget BUDGET = Budget.of(1_000);
    private static final Workers TWO = new Workers(new Execution(2));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void who_is_left_out_chooses_what_is_said_at_all_prices_in_the_box(long seed) {
        Question question = new Question(seed);
        double[] middle = question.prices(1);
        double[] radius = Arrays.stream(question.prices(0.1)).map(Math::abs).toArray();

        Reading.Open open = question.reading().open(middle, radius);

        Set<Integer> looked = new HashSet<>(IntStream.of(open.customers()).boxed().toList());
        assertThat(looked).hasSize(open.customers().length).hasSizeLessThan(CUSTOMERS);
        for (int draw = 0; draw < 20; draw++) {
            long[] choices = question.choices(question.within(middle, radius));
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                assertThat(
                                looked.contains(customer)
                                        || choices[customer] == open.choices()[customer])
                        .as("customer %d, draw %d", customer, draw)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void at_one_price_few_are_looked_at_whose_choice_is_the_same(long seed) {
        Question question = new Question(seed);
        double[] prices = question.prices(1);
        long[] choices = question.choices(prices);

        Reading.Open open = question.reading().open(prices, new double[prices.length]);

        long moved =
                IntStream.of(open.customers())
                        .filter(one -> choices[one] != question.reading().choice(one))
                        .count();
        assertThat(open.customers().length - moved).isBetween(0L, CUSTOMERS / 100L);
        assertThat(moved).isLessThanOrEqualTo(question.tellsMovers() ? CUSTOMERS / 100 : CUSTOMERS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_is_read_of_them_is_what_the_other_instance_knows(long seed) {
        Question question = new Question(seed);

        Reading.Open open = question.reading().open(question.prices(1), question.prices(0.1));

        Columns direct = question.now.columns().gather(open.customers());
        assertThat(open.columns().cell()).isEqualTo(direct.cell());
        for (int offer = 0; offer < OFFERS; offer++) {
            assertThat(open.columns().value()[offer]).isEqualTo(direct.value()[offer]);
            assertThat(open.columns().cost()[offer]).isEqualTo(direct.cost()[offer]);
        }
        long[] settled = open.choices().clone();
        IntStream.of(open.customers()).forEach(customer -> settled[customer] = 0);
        assertThat(open.settled())
                .usingRecursiveComparison()
                .isEqualTo(Sums.of(question.now, settled, TWO));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_everyone_chose_is_added_up_as_the_other_instance_counts_it(long seed) {
        Question question = new Question(seed);
        long[] choices =
                IntStream.range(0, CUSTOMERS).mapToLong(question.reading()::choice).toArray();

        assertThat(question.reading().chosen())
                .usingRecursiveComparison()
                .isEqualTo(Sums.of(question.now, choices, TWO));
    }

    /** A campaign, and another of the same customers with much that has changed. */
    private static final class Question {
        private final SplittableRandom random;
        private final Instance now;
        private final Reading reading;
        private final long seed;

        Question(long seed) {
            this.random = new SplittableRandom(seed);
            OfferBook book = book(GeneratedBook.of(CUSTOMERS, OFFERS, seed), seed);
            this.seed = seed;
            Instance before = Instance.of(book, BUDGET, rules(book, 2, seed > 3, 0));
            Anchor anchor = Anchor.at(before, prices(before, 1), TWO);
            this.now =
                    switch ((int) seed) {
                        case 1 -> before;
                        case 2 -> before.with(changed(book), BUDGET, rules(book, 2, false, 0));
                        case 3 -> before.with(changed(book), BUDGET, rules(book, 2, true, 1));
                        case 4 -> before.with(book, BUDGET, rules(book, 1, true, 0));
                        default -> before.with(changed(book), BUDGET, only(book, 2));
                    };
            assertThat(anchor.serves(now)).isTrue();
            this.reading = anchor.read(now, TWO);
        }

        private static OfferBook book(OfferBook plain, long seed) {
            OfferBook book = MediumCampaign.withSegments(plain, 4, seed);
            return book.with(book.segmentations(), List.of());
        }

        /** Nested limits, of one family where customers are all alike. */
        private static Rules rules(OfferBook book, int contacts, boolean alike, int region) {
            OfferSet all = MediumCampaign.all(book);
            Segment where = region(book, region);
            List<Limit> limits = new ArrayList<>();
            limits.add(Limit.personal("contacts", all, contacts));
            limits.add(Limit.personal("two of three", new OfferSet(0b111), 1));
            limits.add(Limit.sends("there", all, where, 0, 500));
            limits.add(Limit.sends("first", new OfferSet(0b1), Segment.EVERYONE, 0, 900));
            if (!alike) {
                limits.add(Limit.personal("none", new OfferSet(0b1000), region(book, 2), 0));
            }
            return Rules.of(terms -> limits.stream());
        }

        /** Nothing but the number of contacts is limited, and that for all alike. */
        private static Rules only(OfferBook book, int contacts) {
            OfferSet all = MediumCampaign.all(book);
            return Rules.of(
                    terms ->
                            Stream.of(
                                    Limit.personal("contacts", all, contacts),
                                    Limit.sends("there", all, region(book, 1), 0, 500)));
        }

        private static Segment region(OfferBook book, int number) {
            return Segment.of("region", book.segmentations().get(0).names().get(number));
        }

        private OfferBook changed(OfferBook book) {
            return seed % 2 == 0 ? closed(book) : revalued(book);
        }

        /** Some customers get nothing at all. */
        private OfferBook closed(OfferBook book) {
            float[][] value =
                    Arrays.stream(book.value()).map(float[]::clone).toArray(float[][]::new);
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                boolean out = random.nextInt(20) == 0;
                for (float[] column : value) {
                    column[customer] = out ? Float.NaN : column[customer];
                }
            }
            return book.closed(value);
        }

        private OfferBook revalued(OfferBook book) {
            float[][] value = book.value().clone();
            float[][] cost = book.cost().clone();
            value[1] = value[1].clone();
            cost[2] = cost[2].clone();
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                value[1][customer] = random.nextInt(10) == 0 ? Float.NaN : value[1][customer] * 2;
                cost[2][customer] += 0.3f;
            }
            return new OfferBook(book.offers(), value, cost, book.segmentations(), List.of());
        }

        /** Whether movers are told where they go: contact limits count, and nothing else does. */
        boolean tellsMovers() {
            return seed > 3;
        }

        Reading reading() {
            return reading;
        }

        double[] prices(double size) {
            return prices(now, size);
        }

        private double[] prices(Instance instance, double size) {
            return IntStream.range(0, instance.rows())
                    .mapToDouble(
                            row ->
                                    size
                                            * random.nextDouble()
                                            * (instance.shared().get(row).countsSends() ? 1e6 : 1))
                    .toArray();
        }

        double[] within(double[] middle, double[] radius) {
            return IntStream.range(0, middle.length)
                    .mapToDouble(row -> middle[row] + radius[row] * (2 * random.nextDouble() - 1))
                    .toArray();
        }

        long[] choices(double[] prices) {
            return new Pass(now, now.columns(), TWO).choices(now.rates(prices));
        }
    }
}
