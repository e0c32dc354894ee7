package dev.marginal.scenarios.handover.exporting;

/** The files of a plan do not bear out what it promises, so that it is not sent. */
public final class NotAudited extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAudited(String sentence) {
        super(sentence);
    }
}
