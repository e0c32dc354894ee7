package dev.marginal.scenarios.handover.outbox;

import java.nio.file.Path;

/** Another process hands this plan over to this target. */
public final class OutboxInUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutboxInUse(Path lock) {
        super(
                """
                Another process is handing this plan over; nothing was sent by this one.
                Wait until it is done. It holds %s."""
                        .formatted(lock));
    }
}
