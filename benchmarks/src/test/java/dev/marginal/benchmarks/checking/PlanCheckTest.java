package dev.marginal.benchmarks.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
    private static final AllocationProblem PROBLEM = problem();

    @Test
    void a_plan_within_every_limit_has_no_violation() {
        assertThat(violations(plan(9_000_000, 3_000_000, 0, 0, 1, 1))).isEmpty();
    }

    @Test
    void spend_beyond_the_budget_is_found() {
        assertThat(violations(plan(15_000_000, 6_000_000, 0, 1, 2, 1, 3, 1)))
                .anySatisfy(
                        one -> {
                            assertThat(one.limit()).isEqualTo("budget");
                            assertThat(one.excess()).isEqualTo(2_000_000);
                            assertThat(one.share()).isEqualTo(0.5);
                        });
    }

    @Test
    void sends_beyond_a_channel_cap_are_found() {
        assertThat(violations(plan(8_000_000, 2_000_000, 0, 0, 2, 0)))
                .extracting(Violation::limit)
                .containsExactly("channel push, sends");
    }

    @Test
    void spend_beyond_a_segment_budget_is_found() {
        assertThat(violations(plan(10_000_000, 4_000_000, 2, 1, 3, 1)))
                .extracting(Violation::limit)
                .containsExactly("late");
    }

    @Test
    void a_second_send_to_a_customer_is_found() {
        assertThat(violations(plan(9_000_000, 3_000_000, 0, 0, 0, 1)))
                .extracting(Violation::limit)
                .containsExactly("contacts");
    }

    @Test
    void sends_twice_out_of_order_or_of_nothing_are_found() {
        assertThat(violations(plan(8_000_000, 2_000_000, 0, 0, 0, 0))).isNotEmpty();
        assertThat(violations(plan(9_000_000, 3_000_000, 1, 1, 0, 0))).isNotEmpty();
        assertThat(violations(plan(4_000_000, 1_000_000, 4, 0))).isNotEmpty();
        assertThat(violations(plan(4_000_000, 1_000_000, 1, 0))).isNotEmpty();
    }

    @Test
    void totals_told_wrongly_are_found() {
        assertThat(violations(plan(9_000_001, 2_999_999, 0, 0, 1, 1)))
                .extracting(Violation::limit)
                .containsExactly("value told wrongly", "spend told wrongly");
    }

    private static List<Violation> violations(SendPlan plan) {
        return new PlanCheck(PROBLEM).violations(plan);
    }

    /** Four customers; push costs 1 and is worth 4, mail costs 2 and is worth 5. */
    private static AllocationProblem problem() {
        float[][] value = {{4, Float.NaN, 4, 4}, {5, 5, 5, 5}};
        float[][] cost = {{1, 1, 1, 1}, {2, 2, 2, 2}};
        Segmentation stage = new Segmentation("stage", List.of("early", "late"), codes());
        OfferBook book =
                new OfferBook(
                        List.of(new Offer("push", "push"), new Offer("mail", "mail")),
                        value,
                        cost,
                        List.of(stage),
                        List.of());
        Rules rules =
                Rules.of(
                        new ContactLimit(Scope.ANY, 1),
                        ChannelCap.sends("push", 1),
                        terms ->
                                Stream.of(
                                        Limit.spend(
                                                "late",
                                                terms.offersIn(Scope.ANY),
                                                Segment.of("stage", "late"),
                                                0,
                                                3)));
        return new AllocationProblem(book, Budget.of(4), rules);
    }

    private static int[] codes() {
        return new int[] {0, 0, 1, 1};
    }

    private static SendPlan plan(long value, long spend, int... sends) {
        int[] customer = new int[sends.length / 2];
        byte[] offer = new byte[customer.length];
        for (int send = 0; send < customer.length; send++) {
            customer[send] = sends[2 * send];
            offer[send] = (byte) sends[2 * send + 1];
        }
        return new SendPlan(
                Outcome.FEASIBLE,
                customer,
                offer,
                value,
                spend,
                100,
                100,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
