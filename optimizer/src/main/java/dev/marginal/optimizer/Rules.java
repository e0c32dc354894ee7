package dev.marginal.optimizer;

import java.util.List;
import java.util.stream.Stream;

/** All rules of a campaign; a plan keeps every one of them. */
public record Rules(List<Rule> all) {
    public Rules {
        all = List.copyOf(all);
    }

    /** These rules. */
    public static Rules of(Rule... rules) {
        return new Rules(List.of(rules));
    }

    /** These rules, and more after them. */
    public Rules and(List<? extends Rule> more) {
        return more.isEmpty()
                ? this
                : new Rules(Stream.concat(all.stream(), more.stream()).toList());
    }

    /** The limits of every rule, in the rules' order. */
    public Stream<Limit> limits(Terms terms) {
        return all.stream().flatMap(rule -> rule.limits(terms));
    }
}
