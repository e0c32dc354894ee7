package dev.marginal.scenarios.handover.outbox;

import java.util.List;

/** Some of the plan was handed over already, in another way. */
public final class OtherHandOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    OtherHandOver(OutboxHeader asked, List<String> differences) {
        super(
                """
                Handing %s over to %s was begun with other settings; nothing was sent now:
                  %s
                Give the settings that it was begun with, so that nothing is sent twice."""
                        .formatted(asked.plan(), asked.target(), String.join("\n  ", differences)));
    }

    /** Sends of these channels went to another target. */
    public OtherHandOver(String plan, String target, List<String> channels) {
        super(
                """
                Sends of %s over %s were handed to %s already; nothing was sent now.
                Name other channels with --channel, or give --also if both are to send them."""
                        .formatted(plan, String.join(", ", channels), target));
    }
}
