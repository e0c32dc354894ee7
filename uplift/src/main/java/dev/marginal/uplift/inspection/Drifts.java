package dev.marginal.uplift.inspection;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.FeatureProfile;
import java.util.List;

/** Compares customers with what is remembered of the history. */
public final class Drifts {
    private Drifts() {}

    /**
     * How far {@code customers} differ from the history of these profiles.
     *
     * @throws IllegalArgumentException if a feature is absent or has another type
     */
    public static Drift between(List<FeatureProfile> history, Customers customers) {
        return new Drift(
                customers.rows(),
                history.stream().map(profile -> of(profile, column(profile, customers))).toList());
    }

    private static Column column(FeatureProfile profile, Customers customers) {
        int place = customers.names().indexOf(profile.name());
        Requires.require(place >= 0, "feature", profile.name(), "among the customers' features");
        Column column = customers.features().get(place);
        Requires.require(
                profile.category() == column instanceof CategoryColumn,
                "feature",
                profile.name(),
                profile.category()
                        ? "a category, as in the history"
                        : "a number, as in the history");
        return column;
    }

    private static Drift.OfFeature of(FeatureProfile profile, Column column) {
        Spread now =
                column instanceof CategoryColumn words
                        ? Spread.of(profile, words)
                        : Spread.of(profile, (NumberColumn) column);
        Spread before = Spread.before(profile);
        return new Drift.OfFeature(
                profile.name(),
                now.stabilityAgainst(before),
                now.readingAgainst(before),
                fault(profile, now),
                now.share(now.missing()),
                before.share(before.missing()),
                now.share(now.unseen()),
                now.unseenWords(),
                now.share(now.below()),
                now.share(now.above()));
    }

    private static Drift.Fault fault(FeatureProfile profile, Spread now) {
        if (profile.neverVaries()) {
            return Drift.Fault.NEVER_VARIED;
        }
        if (now.rows() > 1 && now.missing() == now.rows()) {
            return Drift.Fault.EMPTY;
        }
        return now.rows() > 1 && now.isConstant() ? Drift.Fault.CONSTANT : Drift.Fault.NONE;
    }
}
