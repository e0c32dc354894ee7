package dev.marginal.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks one rule alone: {@code verifyThat(rule).given("ann: email, push").allows("email")}.
 *
 * <p>Every word is an offer; {@code coupon/ten} is offer ten of channel coupon, {@code email} is
 * offer email of channel email.
 */
final class RuleVerifier {
    private final Rule rule;
    private List<Offer> offers = List.of();
    private List<Segmentation> segmentations = List.of();

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

    /** A column of the customers and its values, such as {@code region: north, south}. */
    RuleVerifier where(String columnAndValues) {
        String[] words = columnAndValues.split("[:,]");
        List<String> values = Arrays.stream(words).skip(1).map(String::strip).toList();
        segmentations = List.of(new Segmentation(words[0], values, new int[0]));
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

    /**
     * The shared limits must be these, each as {@code name: least to most charge of offers}, with
     * {@code in segment} for some customers and {@code weight ×} for weighted parts.
     */
    RuleVerifier shares(String... limits) {
        assertThat(limits().stream().map(this::text)).containsExactly(limits);
        return this;
    }

    List<Limit> limits() {
        return rule.limits(new Terms(offers, segmentations)).toList();
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
        String least = shared.hasFloor() ? shared.least() + "" : "any";
        String most = shared.hasCeiling() ? shared.most() + "" : "any";
        String parts = shared.parts().stream().map(this::text).collect(Collectors.joining(" and "));
        return "%s: %s to %s %s".formatted(shared.name(), least, most, parts);
    }

    private String text(Limit.Part part) {
        List<String> counted =
                offers.stream()
                        .map(Offer::id)
                        .filter(id -> part.offers().contains(number(id)))
                        .toList();
        String weight = part.weight() == 1 ? "" : part.weight() + " × ";
        String where = part.where().isEveryone() ? "" : " in " + part.where();
        return weight + part.charge() + " of " + counted + where;
    }

    private Offer offer(String word) {
        String[] parts = word.split("/");
        return new Offer(parts[parts.length - 1], parts[0]);
    }
}
