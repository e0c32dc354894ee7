package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import java.util.Optional;

/**
 * One more contact cap of the campaign, or another in the place of the one with the same name.
 *
 * @param sentence the cap as its author wrote it
 */
public record CapAdded(ContactCap cap, String sentence) implements Change {
    @Override
    public Brief applyTo(Brief brief) {
        boolean speaks =
                brief.file().offers().stream().anyMatch(offer -> cap.covers(offer.message()));
        if (!speaks) {
            throw new ImpossibleChange(
                    "Cap '%s' speaks of no offer of the campaign.".formatted(cap.id()));
        }
        boolean known =
                brief.file().daily().allCaps().stream().anyMatch(one -> one.id().equals(cap.id()));
        return brief.with(
                known
                        ? brief.file()
                                .daily()
                                .withCaps(one -> Optional.of(one.id().equals(cap.id()) ? cap : one))
                        : brief.file().daily().with(cap));
    }

    @Override
    public String words() {
        return "with " + sentence;
    }
}
