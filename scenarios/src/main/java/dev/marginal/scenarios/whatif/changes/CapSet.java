package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.Window;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import dev.marginal.tables.Requires;
import java.util.Optional;

/**
 * A contact cap that lets more, or fewer, messages through in its window.
 *
 * @param name as contacts.yml or the campaign file calls it, such as {@code weekly}
 * @param atMost messages to one customer
 */
public record CapSet(String name, int atMost) implements Change {
    public CapSet {
        Requires.text(name, "cap");
        Requires.require(atMost >= 0, "cap " + name, atMost, "zero or more");
    }

    @Override
    public Brief applyTo(Brief brief) {
        if (Caps.named(brief, name).window() instanceof Window.Gap) {
            throw new ImpossibleChange(
                    "Cap '%s' is a gap between any two messages, not a number of them; drop it, or say another gap."
                            .formatted(name));
        }
        return brief.with(
                brief.file()
                        .daily()
                        .withCaps(cap -> Optional.of(cap.id().equals(name) ? with(cap) : cap)));
    }

    private ContactCap with(ContactCap cap) {
        return new ContactCap(
                cap.id(),
                atMost,
                cap.window(),
                cap.channels(),
                cap.tags(),
                cap.counted(),
                cap.overrides());
    }

    @Override
    public String words() {
        return "cap %s at most %d".formatted(name, atMost);
    }
}
