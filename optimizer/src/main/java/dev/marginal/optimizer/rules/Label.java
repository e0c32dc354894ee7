package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import java.util.List;

/** The names of limits: what a rule is about, of which offers, for which customers. */
final class Label {
    private static final List<String> HOLDS = List.of("yes");

    private Label() {}

    /** Such as {@code minimum reach of push, stage new}. */
    static String of(String subject, Scope scope, Segment where) {
        return where(scope == Scope.ANY ? subject : subject + " of " + scope, where);
    }

    /** Such as {@code channel push, stage new}. */
    static String where(String subject, Segment where) {
        return where.isEveryone() ? subject : subject + ", " + where(where);
    }

    /**
     * A condition that holds is named by itself: {@code age >= 30} and not {@code age >= 30 yes}.
     */
    private static String where(Segment where) {
        return where.values().equals(HOLDS) ? where.column() : where.toString();
    }
}
