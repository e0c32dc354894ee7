package dev.marginal.scenarios.whatif.changes;

import dev.marginal.optimizer.Limit;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;
import java.util.List;

/**
 * A limit a twentieth tighter or looser: a ceiling lower or higher, a floor higher or lower, a
 * ratio of two sums alike.
 *
 * @param name as plans call it
 */
public record LimitMoved(String name, boolean tighter) implements Change {
    /** How far, as a share of the limit. */
    public static final double STEP = 0.05;

    private static final long TWENTY = 20;

    public LimitMoved {
        Requires.text(name, "limit");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.with(new Brief.LimitChange(name, limit -> limit.map(this::moved)));
    }

    private Limit moved(Limit limit) {
        if (!(limit instanceof Limit.Shared shared)) {
            return limit;
        }
        return shared.isPlain()
                ? new Limit.Shared(name, shared.parts(), least(shared), most(shared))
                : ratio(shared);
    }

    private long most(Limit.Shared limit) {
        return limit.hasCeiling() ? scaled(limit.most(), !tighter) : limit.most();
    }

    private long least(Limit.Shared limit) {
        return limit.hasFloor()
                ? Math.min(scaled(limit.least(), tighter), most(limit))
                : limit.least();
    }

    private static long scaled(long amount, boolean up) {
        long step = Math.round(Math.abs(amount) * STEP);
        return up ? amount + step : amount - step;
    }

    /** What makes the sum of a ceiling, or of a floor, weighs more, or less, against the rest. */
    private Limit ratio(Limit.Shared limit) {
        boolean ceiling = limit.hasCeiling();
        List<Limit.Part> parts =
                limit.parts().stream()
                        .map(part -> weighed(part, part.weight() > 0 == ceiling))
                        .toList();
        return new Limit.Shared(name, parts, times(limit.least()), times(limit.most()));
    }

    private Limit.Part weighed(Limit.Part part, boolean counts) {
        long weight = !counts ? TWENTY : tighter ? TWENTY + 1 : TWENTY - 1;
        return new Limit.Part(part.offers(), part.where(), part.charge(), part.weight() * weight);
    }

    private static long times(long bound) {
        return bound == Limit.Shared.NO_FLOOR || bound == Limit.Shared.UNLIMITED
                ? bound
                : bound * TWENTY;
    }

    @Override
    public String words() {
        return "%s %s %% %s".formatted(name, Plain.of(100 * STEP), tighter ? "tighter" : "looser");
    }
}
