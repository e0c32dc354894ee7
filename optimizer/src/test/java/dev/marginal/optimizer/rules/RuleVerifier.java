package dev.marginal.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Terms;
import java.util.Arrays;
import java.util.List;

/**
 * Checks one rule alone: {@code verifyThat(rule).given("ann: email, push").allows("email")}.
 *
 * <p>Every word is an offer; {@code coupon/ten} is offer ten of channel coupon, {@code email} is
 * offer email of channel email.
 */
final class RuleVerifier {
    private final Rule rule;
    private List<Offer> offers = List.of();

    private RuleVerifier(Rule rule) {
        this.rule = rule;
    }

    static RuleVerifier verifyThat(Rule rule) {
        return new RuleVerifier(rule);
    }

    /** One customer and the offers there are, such as {@code ann: email, push}. */
    RuleVerifier given(String customerAndOffers) {
        String list = customerAndOffers.substring(customerAndOffers.indexOf(':') + 1);
        offers = Arrays.stream(list.split(",")).map(String::strip).map(this::offer).toList();
        return this;
    }

    RuleVerifier allows(String sends) {
        assertThat(breaks(sends)).as("%s forbids %s", rule, sends).isFalse();
        return this;
    }

    RuleVerifier forbids(String sends) {
        assertThat(breaks(sends)).as("%s forbids %s", rule, sends).isTrue();
        return this;
    }

    /** The shared limits must be these, each as {@code name: least to most charge of offers}. */
    RuleVerifier shares(String... limits) {
        assertThat(limits().stream().map(this::text)).containsExactly(limits);
        return this;
    }

    List<Limit> limits() {
        return rule.limits(new Terms(offers)).toList();
    }

    private boolean breaks(String sends) {
        List<String> ids = Arrays.stream(sends.split("\\+")).map(String::strip).toList();
        return limits().stream()
                .map(Limit.Personal.class::cast)
                .anyMatch(limit -> count(limit, ids) > limit.most());
    }

    private long count(Limit limit, List<String> ids) {
        return ids.stream().filter(id -> limit.offers().contains(number(id))).count();
    }

    private int number(String id) {
        return offers.stream().map(Offer::id).toList().indexOf(id);
    }

    private String text(Limit limit) {
        Limit.Shared shared = (Limit.Shared) limit;
        String most = shared.most() == Limit.Shared.UNLIMITED ? "any" : shared.most() + "";
        List<String> counted =
                offers.stream()
                        .map(Offer::id)
                        .filter(id -> shared.offers().contains(number(id)))
                        .toList();
        return "%s: %d to %s %s of %s"
                .formatted(shared.name(), shared.least(), most, shared.charge(), counted);
    }

    private Offer offer(String word) {
        String[] parts = word.split("/");
        return new Offer(parts[parts.length - 1], parts[0]);
    }
}
