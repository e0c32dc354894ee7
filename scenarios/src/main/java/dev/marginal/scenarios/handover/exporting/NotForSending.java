package dev.marginal.scenarios.handover.exporting;

/** A plan that no exporter sends. */
public final class NotForSending extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotForSending(String sentence) {
        super(sentence);
    }
}
