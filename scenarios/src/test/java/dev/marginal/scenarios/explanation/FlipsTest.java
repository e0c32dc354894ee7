package dev.marginal.scenarios.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.audit.CustomerFacts;
import dev.marginal.scenarios.explanation.Explanation.Flip;
import dev.marginal.scenarios.explanation.Explanation.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is said to flip a decision does, and a bit less does not: all sets are tried. */
class FlipsTest {
    private static final int CUSTOMERS = 1_000;
    private static final double BIT = 1e-7;
    private static final int STEPS = 40;

    @Test
    void a_value_that_flips_does_so_and_a_bit_less_does_not() {
        int flips = 0;
        for (long seed = 0; seed < CUSTOMERS; seed++) {
            CustomerFacts facts = RandomCustomer.of(seed);
            for (int offer = 0; offer < facts.offers().size(); offer++) {
                for (Flip flip : told(facts, offer, What.VALUE)) {
                    boolean sent = isSent(facts, offer);
                    double more = flip.then().orElseThrow() - flip.now().orElseThrow();
                    double bit = sent ? -BIT : BIT;
                    assertThat(chosen(facts, facts.limits(), offer, more + bit))
                            .as("seed %d, offer %d, beyond", seed, offer)
                            .isEqualTo(!sent);
                    assertThat(chosen(facts, facts.limits(), offer, more - bit))
                            .as("seed %d, offer %d, before", seed, offer)
                            .isEqualTo(sent);
                    flips++;
                }
            }
        }
        assertThat(flips).isGreaterThan(1_500);
    }

    @Test
    void a_price_that_flips_is_the_nearest_that_does() {
        int flips = 0;
        for (long seed = 0; seed < CUSTOMERS; seed++) {
            CustomerFacts facts = RandomCustomer.of(seed);
            for (int offer = 0; offer < facts.offers().size(); offer++) {
                for (Flip flip : told(facts, offer, What.PRICE)) {
                    boolean sent = isSent(facts, offer);
                    double now = flip.now().orElseThrow();
                    double way = flip.then().orElseThrow() - now;
                    double bit = Math.copySign(BIT, way);
                    assertThat(chosenAt(facts, flip.of(), now + way + bit, offer))
                            .as("seed %d, offer %d, %s beyond", seed, offer, flip)
                            .isEqualTo(!sent);
                    for (int step = 0; step < STEPS; step++) {
                        double before = now + (way - bit) * step / (STEPS - 1);
                        assertThat(chosenAt(facts, flip.of(), before, offer))
                                .as("seed %d, offer %d, %s before", seed, offer, flip)
                                .isEqualTo(sent);
                    }
                    flips++;
                }
            }
        }
        assertThat(flips).isGreaterThan(600);
    }

    @Test
    void where_no_price_is_told_none_flips_on_its_way_to_nothing() {
        int checked = 0;
        for (long seed = 0; seed < CUSTOMERS; seed++) {
            CustomerFacts facts = RandomCustomer.of(seed);
            for (int offer = 0; offer < facts.offers().size(); offer++) {
                if (isSent(facts, offer) || told(facts, offer, What.VALUE).isEmpty()) {
                    continue;
                }
                List<String> told = told(facts, offer, What.PRICE).stream().map(Flip::of).toList();
                for (CustomerFacts.Limit limit : facts.limits()) {
                    for (int step = 0; step < STEPS && !told.contains(limit.limit()); step++) {
                        double price = limit.price() * step / (STEPS - 1);
                        assertThat(chosenAt(facts, limit.limit(), price, offer))
                                .as("seed %d, offer %d, %s", seed, offer, limit.limit())
                                .isFalse();
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(3_000);
    }

    @Test
    void a_rule_that_flips_does_so_with_one_more_and_not_before() {
        int flips = 0;
        for (long seed = 0; seed < CUSTOMERS; seed++) {
            CustomerFacts facts = RandomCustomer.of(seed);
            for (int offer = 0; offer < facts.offers().size(); offer++) {
                for (Flip flip : told(facts, offer, What.RULE)) {
                    int then = flip.then().orElseThrow().intValue();
                    double more = flip.andValueMore().map(lack -> lack + BIT).orElse(0.0);
                    assertThat(chosen(allowing(facts, flip.of(), then), offer, more)).isTrue();
                    assertThat(chosen(allowing(facts, flip.of(), then - 1), offer, more)).isFalse();
                    flips++;
                }
            }
        }
        assertThat(flips).isGreaterThan(100);
    }

    @Test
    void a_cap_that_flips_does_so_when_it_is_higher() {
        int flips = 0;
        int lacking = 0;
        for (long seed = 0; seed < CUSTOMERS; seed++) {
            CustomerFacts facts = RandomCustomer.of(seed);
            for (int offer = 0; offer < facts.offers().size(); offer++) {
                for (Flip flip : told(facts, offer, What.CAP)) {
                    int more = flip.then().orElseThrow().intValue() - 2;
                    CustomerFacts higher = higher(facts, more);
                    double lack = flip.andValueMore().orElse(0.0);
                    assertThat(chosen(higher, offer, lack == 0 ? 0 : lack + BIT)).isTrue();
                    if (lack > 0) {
                        assertThat(chosen(higher, offer, lack - BIT)).isFalse();
                        lacking++;
                    }
                    flips++;
                }
            }
        }
        assertThat(flips).isGreaterThan(100);
        assertThat(lacking).isGreaterThan(15);
    }

    @Test
    void nothing_flips_who_is_held_out_or_explores() {
        CustomerFacts facts = RandomCustomer.of(1);
        CustomerFacts explores =
                new CustomerFacts(
                        facts.plan(),
                        facts.customer(),
                        facts.offers(),
                        facts.limits(),
                        facts.rules(),
                        facts.caps(),
                        true,
                        true,
                        Optional.of(new CustomerFacts.Arm("none", 0.25)),
                        List.of());

        assertThat(Explainer.of(explores).offers())
                .allSatisfy(
                        offer ->
                                assertThat(offer.flips())
                                        .containsExactly(Flip.of(What.NOTHING, "exploration")));
        assertThat(Explainer.of(explores).drawn().orElseThrow().propensity()).isEqualTo(0.25);
    }

    private static List<Flip> told(CustomerFacts facts, int offer, What what) {
        return Explainer.of(facts).offers().get(offer).flips().stream()
                .filter(flip -> flip.what() == what)
                .toList();
    }

    private static boolean isSent(CustomerFacts facts, int offer) {
        return facts.offers().get(offer).send().isPresent();
    }

    private static boolean chosen(CustomerFacts facts, int offer, double more) {
        return chosen(facts, facts.limits(), offer, more);
    }

    private static boolean chosen(
            CustomerFacts facts, List<CustomerFacts.Limit> limits, int offer, double more) {
        return (RandomCustomer.best(facts, limits, offer, more) >>> offer & 1) != 0;
    }

    private static boolean chosenAt(CustomerFacts facts, String limit, double price, int offer) {
        List<CustomerFacts.Limit> moved = new ArrayList<>();
        for (CustomerFacts.Limit one : facts.limits()) {
            moved.add(
                    one.limit().equals(limit)
                            ? new CustomerFacts.Limit(
                                    limit,
                                    "",
                                    Optional.empty(),
                                    Optional.empty(),
                                    0,
                                    price,
                                    one.ofValue(),
                                    one.ofCost(),
                                    one.perSend())
                            : one);
        }
        return chosen(facts, moved, offer, 0);
    }

    private static CustomerFacts allowing(CustomerFacts facts, String rule, int atMost) {
        List<CustomerFacts.Rule> rules =
                facts.rules().stream()
                        .map(
                                one ->
                                        one.rule().equals(rule)
                                                ? new CustomerFacts.Rule(rule, one.offers(), atMost)
                                                : one)
                        .toList();
        return RandomCustomer.with(facts, facts.offers(), facts.limits(), rules, facts.caps());
    }

    private static CustomerFacts higher(CustomerFacts facts, int more) {
        CustomerFacts.Cap cap = facts.caps().get(0);
        int left = cap.now().left().orElseThrow() + more;
        CustomerFacts.Cap raised =
                new CustomerFacts.Cap(
                        cap.cap(),
                        cap.offers(),
                        cap.atMost() + more,
                        Optional.empty(),
                        new CustomerFacts.Room(OptionalInt.of(left), List.of()),
                        List.of(),
                        List.of());
        return RandomCustomer.with(
                facts, facts.offers(), facts.limits(), facts.rules(), List.of(raised));
    }
}
