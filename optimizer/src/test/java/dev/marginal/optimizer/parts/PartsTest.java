package dev.marginal.optimizer.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.MediumCampaign;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.optimizer.allocation.ScatteredAllocator;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.tables.Execution;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    private static final AllocatorSettings SETTINGS = AllocatorSettings.defaults();
    private static final Execution TWO = new Execution(2);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_campaign_in_parts_gets_the_plan_of_one_in_one_place_send_by_send(long seed) {
        MediumCampaign campaign = MediumCampaign.of(seed, 100_001, 140_000);

        requireSame(campaign.book(), campaign.budget(), campaign.rules());
    }

    @Test
    void so_does_one_with_a_budget_alone() {
        OfferBook book = GeneratedBook.of(120_000, 4, 11);

        requireSame(book, Budget.of(20_000), oneContact(book));
    }

    @Test
    void so_does_one_whose_sends_nothing_limits_together() {
        OfferBook book = GeneratedBook.of(120_000, 3, 12, 500);

        requireSame(book, Budget.unlimited(), oneContact(book));
    }

    @Test
    void so_does_one_with_a_limit_that_is_shut() {
        OfferBook book = GeneratedBook.of(110_000, 3, 13);
        Limit none = Limit.sends("no mail", MediumCampaign.all(book), 0, 0);

        requireSame(book, Budget.of(20_000), Rules.of(terms -> List.of(none).stream()));
    }

    private static Rules oneContact(OfferBook book) {
        Limit one = Limit.personal("one", MediumCampaign.all(book), 1);
        return Rules.of(terms -> List.of(one).stream());
    }

    /** Parts of all sizes, one of them without customers. */
    private static void requireSame(OfferBook book, Budget budget, Rules rules) {
        SendPlan whole = new PriceAllocator(SETTINGS, TWO).allocate(book, budget, rules);
        int all = book.customers();
        List<OfferBook> parts = Cut.at(book, 7, 7, all / 3, all / 2, all);
        InOneHeap everyone = everyone(parts, budget, rules);
        SendPlan apart = new ScatteredAllocator(SETTINGS, TWO).allocate(everyone).orElseThrow();

        assertThat(whole.outcome()).isIn(Outcome.OPTIMAL, Outcome.FEASIBLE);
        assertThat(everyone.sets()).isEqualTo(whole.sets(all));
        assertThat(apart)
                .usingRecursiveComparison()
                .ignoringFields("sent")
                .isEqualTo(whole.withoutSends());
    }

    private static InOneHeap everyone(List<OfferBook> parts, Budget budget, Rules rules) {
        Outline outline = parts.stream().map(Outline::of).reduce(Outline::and).orElseThrow();
        Joint known = Joint.of(outline, Instance.limits(outline.terms(), budget, rules));
        Joint joint =
                known.with(parts.stream().flatMap(part -> known.kinds(part).stream()).toList());
        return new InOneHeap(parts, joint);
    }

    @Test
    void a_plan_that_only_a_look_at_everyone_could_improve_is_left_to_the_caller() {
        OfferBook book = trips(110_000);
        Budget oneAndAHalf = Budget.of(150);

        assertThat(
                        new PriceAllocator(SETTINGS, TWO)
                                .allocate(book, oneAndAHalf, Rules.of())
                                .sends())
                .isEqualTo(1);
        InOneHeap everyone = everyone(List.of(book), oneAndAHalf, Rules.of());
        assertThat(new ScatteredAllocator(SETTINGS, TWO).allocate(everyone)).isEmpty();
    }

    @Test
    void so_are_limits_that_fight() {
        OfferBook book = GeneratedBook.of(110_000, 3, 14);
        Limit floor =
                Limit.sends("reach", MediumCampaign.all(book), 110_000, Limit.Shared.UNLIMITED);

        InOneHeap everyone =
                everyone(List.of(book), Budget.of(1), Rules.of(terms -> List.of(floor).stream()));
        assertThat(new ScatteredAllocator(SETTINGS, TWO).allocate(everyone)).isEmpty();
    }

    @Test
    void parts_that_are_joined_are_the_whole_book() {
        OfferBook book = MediumCampaign.of(5, 1_000, 2_000).book();
        List<OfferBook> parts = Cut.at(book, 7, 7, 400, book.customers());
        Outline outline = parts.stream().map(Outline::of).reduce(Outline::and).orElseThrow();

        OfferBook joined = outline.joined(parts.iterator());

        assertThat(joined.value()).isDeepEqualTo(book.value());
        assertThat(joined.cost()).isDeepEqualTo(book.cost());
        assertThat(joined.measures()).usingRecursiveComparison().isEqualTo(book.measures());
        for (int column = 0; column < book.segmentations().size(); column++) {
            assertThat(words(joined.segmentations().get(column)))
                    .isEqualTo(words(book.segmentations().get(column)));
        }
    }

    private static List<String> words(Segmentation column) {
        return IntStream.of(column.code()).mapToObj(column.names()::get).toList();
    }

    /** Each costs about a hundred. */
    private static OfferBook trips(int customers) {
        float[][] value = new float[1][customers];
        float[][] cost = new float[1][customers];
        for (int customer = 0; customer < customers; customer++) {
            value[0][customer] = 100 + customer * 1e-4f;
            cost[0][customer] = 100 + customer % 7 * 0.01f;
        }
        return new OfferBook(List.of(new Offer("trip", "push")), value, cost);
    }

    @Test
    void parts_of_different_offers_are_no_campaign() {
        Outline some = Outline.of(GeneratedBook.of(10, 2, 1));
        OfferBook other =
                new OfferBook(List.of(new Offer("push", "push")), new float[1][3], new float[1][3]);

        assertThatThrownBy(() -> some.and(Outline.of(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offers of a part")
                .hasMessageContaining("as of all parts");
    }

    @Test
    void small_campaigns_belong_in_one_place() {
        OfferBook book = GeneratedBook.of(1_000, 2, 1);
        InOneHeap everyone = everyone(List.of(book), Budget.of(10), Rules.of());

        assertThatThrownBy(() -> new ScatteredAllocator(SETTINGS, TWO).allocate(everyone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("customers (1000) must be more than 100000");
    }
}
