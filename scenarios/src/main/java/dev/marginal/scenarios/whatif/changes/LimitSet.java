package dev.marginal.scenarios.whatif.changes;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import dev.marginal.tables.Requires;
import java.util.Locale;

/**
 * A limit with another ceiling.
 *
 * @param name as plans call it, such as {@code channel push, sends}
 * @param atMost in sends, currency or the amount's unit
 */
public record LimitSet(String name, double atMost) implements Change {
    public LimitSet {
        Requires.text(name, "limit");
        Requires.require(Double.isFinite(atMost), "at most of " + name, atMost, "a number");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.with(new Brief.LimitChange(name, limit -> limit.map(this::changed)));
    }

    private Limit changed(Limit limit) {
        if (limit instanceof Limit.Personal personal) {
            return Limit.personal(
                    name, personal.offers(), personal.where(), (int) Math.max(0, atMost));
        }
        Limit.Shared shared = (Limit.Shared) limit;
        long most = shared.countsSends() ? (long) atMost : OfferBook.micros(atMost);
        if (shared.hasFloor() && most < shared.least()) {
            throw new ImpossibleChange(
                    "Limit '%s' has a floor above %s; drop it first."
                            .formatted(name, number(atMost)));
        }
        return new Limit.Shared(name, shared.parts(), shared.least(), most);
    }

    @Override
    public String words() {
        return "%s at most %s".formatted(name, number(atMost));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }
}
