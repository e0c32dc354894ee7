package dev.marginal.optimizer.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.core.Twins;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.tables.Execution;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainsTest {
    private static final int ANN = 0;
    private static final int BEN = 1;
    private static final int CAT = 2;
    private static final int EVE = 3;
    private static final long NOTHING = 0;
    private static final long COUPON = 1;
    private static final long PUSH = 2;
    private static final long EMAIL = 4;

    private final Instance instance = Instance.of(book(), limits());
    private final Draft draft = draft(NOTHING, NOTHING, COUPON, EMAIL);
    private final Chains chains = chains();

    @Test
    void a_coupon_goes_where_it_earns_most_within_the_limits() {
        draft.give(EVE, NOTHING);
        chains.improve(Long.MAX_VALUE);
        assertThat(draft.set(BEN)).isEqualTo(COUPON);
        assertThat(draft.set(CAT)).isEqualTo(PUSH);
        assertThat(draft.keepsEveryLimit()).isTrue();
    }

    @Test
    void what_others_changed_since_the_last_time_is_looked_at_anew() {
        chains.improve(Long.MAX_VALUE);
        assertThat(draft.set(CAT)).as("nothing helps yet").isEqualTo(COUPON);

        draft.give(CAT, PUSH);
        draft.give(ANN, COUPON);
        draft.give(EVE, NOTHING);
        chains.improve(Long.MAX_VALUE);

        assertThat(draft.keepsEveryLimit()).isTrue();
        assertThat(draft.set(ANN)).isEqualTo(NOTHING);
        assertThat(draft.set(BEN)).isEqualTo(COUPON);
        assertThat(draft.set(CAT)).isEqualTo(PUSH);
    }

    private static OfferBook book() {
        float[] coupon = {0.5f, 7, 5, 0};
        float[] push = {0, 0, 4, 0};
        float[] email = {0, 0, 0, 10};
        float[] cost = {1, 1, 1, 1};
        int[] region = {0, 1, 0, 1};
        return new OfferBook(
                List.of(
                        new Offer("coupon", "coupon"),
                        new Offer("push", "push"),
                        new Offer("email", "email")),
                new float[][] {coupon, push, email},
                new float[][] {cost, cost, cost},
                List.of(new Segmentation("region", List.of("north", "south"), region)),
                List.of());
    }

    private static List<Limit> limits() {
        OfferSet every = new OfferSet(7);
        return List.of(
                Limit.personal("contacts", every, 1),
                Limit.sends("coupons", new OfferSet(COUPON), 0, 1),
                Limit.sends("south", every, Segment.of("region", "south"), 0, 1));
    }

    private Draft draft(long... sets) {
        try (Workers workers = new Workers(Execution.allCores())) {
            return Draft.of(instance, sets, workers);
        }
    }

    private Chains chains() {
        List<Twins> butEve =
                IntStream.of(ANN, BEN, CAT)
                        .mapToObj(
                                one ->
                                        new Twins(
                                                new int[] {one},
                                                new long[] {NOTHING, COUPON, PUSH, EMAIL}))
                        .toList();
        double[] free = new double[instance.rows()];
        return new Chains(draft, new Moves(draft, butEve, instance.rates(free)), free);
    }
}
