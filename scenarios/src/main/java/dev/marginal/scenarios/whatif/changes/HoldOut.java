package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.holdout.Holdout;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import dev.marginal.tables.Requires;
import java.util.Optional;

/**
 * A share of the customers held out for a test. A campaign with a holdout of its own gets that one
 * larger or smaller: its buckets begin where they did, so that a larger one keeps everyone held out
 * who is. Other campaigns get one for the scenario, beside the house's.
 */
public record HoldOut(double share) implements Change {
    public HoldOut {
        Requires.probability(share, "share held out");
    }

    @Override
    public Brief applyTo(Brief brief) {
        Optional<Holdout> own = brief.file().daily().holdout();
        return own.isPresent()
                ? brief.with(brief.file().daily().with(resized(own.get())))
                : brief.holdingOut(share);
    }

    private Holdout resized(Holdout own) {
        long until = own.from() + Math.round(share * Holdout.BUCKETS);
        if (until > Holdout.BUCKETS) {
            throw new ImpossibleChange(
                    "The campaign's holdout begins at bucket %d, which leaves room for %s %% of the customers at most."
                            .formatted(
                                    own.from(),
                                    Plain.of(
                                            100.0
                                                    * (Holdout.BUCKETS - own.from())
                                                    / Holdout.BUCKETS)));
        }
        return new Holdout(own.name(), own.salt(), own.from(), (int) until);
    }

    @Override
    public String words() {
        return "%s %% held out".formatted(Plain.of(100 * share));
    }
}
