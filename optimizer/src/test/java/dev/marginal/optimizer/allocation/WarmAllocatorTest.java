package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.MediumCampaign;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarmAllocatorTest {
    private static final Execution TWO = new Execution(2);
    private static final AllocatorSettings SETTINGS = AllocatorSettings.defaults();
    private static final OfferBook BOOK =
            MediumCampaign.withSegments(GeneratedBook.of(120_000, 6, 9), 4, 9);
    private static final double FULL = GeneratedBook.fullSpend(BOOK);
    private static final SendPlan USUAL =
            new PriceAllocator(SETTINGS, TWO).allocate(BOOK, Budget.of(0.05 * FULL), rules(8_000));

    @Test
    void plans_that_are_told_on_the_way_get_better_and_stay_below_the_bound() {
        List<Double> values = new ArrayList<>();
        try (WarmAllocator cold = WarmAllocator.of(BOOK, SETTINGS, TWO, Map.of())) {
            SendPlan plan =
                    cold.allocate(
                            BOOK,
                            Budget.of(0.04 * FULL),
                            rules(6_000),
                            new Cancellation(),
                            (value, bound) -> {
                                assertThat(value > bound).isFalse();
                                values.add(value);
                            });

            assertThat(values.get(0)).isNaN();
            assertThat(values.subList(1, values.size())).isNotEmpty().isSorted();
            assertThat(values.get(values.size() - 1)).isLessThanOrEqualTo(plan.value());
        }
    }

    @Test
    void every_what_if_is_as_good_as_a_fresh_plan() {
        List<Question> questions =
                List.of(
                        new Question(0.05, rules(8_000)),
                        new Question(0.06, rules(8_000)),
                        new Question(0.04, rules(8_000)),
                        new Question(0.05, rules(2_000)),
                        new Question(
                                0.05, with(rules(8_000), OfferQuota.atLeast("offer_3", 9_000))),
                        new Question(0.05, Rules.of(new ContactLimit(Scope.ANY, 2))));
        try (WarmAllocator warm = warm(TWO)) {
            for (Question question : questions) {
                Budget budget = Budget.of(question.share * FULL);
                SendPlan plan = warm.allocate(budget, question.rules);
                SendPlan fresh =
                        new PriceAllocator(SETTINGS, TWO).allocate(BOOK, budget, question.rules);
                PlanCheck.check(plan, BOOK, budget, question.rules);
                assertThat(plan.gap()).isLessThan(1e-5);
                assertThat(plan.bound()).isGreaterThanOrEqualTo(fresh.value());
                assertThat(fresh.bound()).isGreaterThanOrEqualTo(plan.value());
            }
        }
    }

    @Test
    void what_cannot_be_is_said_and_the_next_question_is_answered() {
        try (WarmAllocator warm = warm(TWO)) {
            Budget budget = Budget.of(0.05 * FULL);
            Rules impossible = with(rules(100), OfferQuota.atLeast("offer_0", 200_000));
            assertThat(warm.allocate(budget, impossible).outcome()).isEqualTo(Outcome.INFEASIBLE);
            assertThat(warm.allocate(budget, rules(8_000)).gap()).isLessThan(1e-5);
        }
    }

    @Test
    void a_plan_depends_on_its_question_alone_whatever_was_asked_before_or_beside_it() {
        List<Double> shares = List.of(0.045, 0.05, 0.055, 0.06, 0.07);
        List<SendPlan> alone =
                shares.stream()
                        .map(
                                share -> {
                                    try (WarmAllocator fresh = warm(new Execution(1))) {
                                        return ask(fresh, share);
                                    }
                                })
                        .toList();
        try (WarmAllocator shared = warm(TWO)) {
            List<SendPlan> together =
                    shares.parallelStream().map(share -> ask(shared, share)).toList();
            for (int i = 0; i < shares.size(); i++) {
                assertSame(together.get(i), alone.get(i));
                assertSame(ask(shared, shares.get(i)), alone.get(i));
            }
        }
    }

    @Test
    void looser_limits_are_never_worth_less_than_the_plan_it_started_from() {
        try (WarmAllocator warm = warm(TWO)) {
            for (double more : List.of(1.0, 1.000001, 1.00001, 1.0001, 1.001)) {
                assertThat(ask(warm, 0.05 * more).valueMicros())
                        .isGreaterThanOrEqualTo(USUAL.valueMicros());
            }
        }
    }

    private static WarmAllocator warm(Execution execution) {
        return WarmAllocator.from(
                USUAL, BOOK, Budget.of(0.05 * FULL), rules(8_000), SETTINGS, execution);
    }

    private static SendPlan ask(WarmAllocator warm, double share) {
        return warm.allocate(Budget.of(share * FULL), rules(8_000));
    }

    private static void assertSame(SendPlan one, SendPlan other) {
        assertThat(one.customer()).isEqualTo(other.customer());
        assertThat(one.offer()).isEqualTo(other.offer());
        assertThat(one.bound()).isEqualTo(other.bound());
        assertThat(prices(one)).isEqualTo(prices(other));
    }

    private static List<Double> prices(SendPlan plan) {
        return plan.limits().stream().map(LimitUse::price).toList();
    }

    private static Rules rules(long push) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new ContactLimit(Scope.ANY, 1));
        rules.add(ChannelCap.sends("push", push));
        for (String region : List.of("north", "south", "west", "east")) {
            rules.add(terms -> Stream.of(regional(region)));
        }
        return new Rules(rules);
    }

    private static Limit regional(String region) {
        return Limit.spend(
                "region " + region,
                MediumCampaign.all(BOOK),
                Segment.of("region", region),
                0,
                0.012 * FULL);
    }

    private static Rules with(Rules rules, Rule another) {
        List<Rule> all = new ArrayList<>(rules.all());
        all.add(another);
        return new Rules(all);
    }

    private record Question(double share, Rules rules) {}
}
