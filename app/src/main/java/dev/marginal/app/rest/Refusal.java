package dev.marginal.app.rest;

import dev.marginal.app.Ending;
import java.util.List;
import java.util.OptionalInt;

/** A request that is not answered, and why, in words for its sender. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final Ending ending;
    private final transient List<ProblemJson.Fault> faults;
    private final int retryAfter;

    private Refusal(
            int status, Ending ending, String detail, List<ProblemJson.Fault> faults, int retry) {
        super(detail);
        this.status = status;
        this.ending = ending;
        this.faults = List.copyOf(faults);
        this.retryAfter = retry;
    }

    Refusal(int status, String detail) {
        this(status, Ending.USAGE, detail, List.of(), 0);
    }

    /** A body that cannot be used, with everything that is wrong with it. */
    static Refusal unusable(String detail, List<ProblemJson.Fault> faults) {
        return new Refusal(422, Ending.BAD_INPUT, detail, faults, 0);
    }

    /** Too much at once. */
    static Refusal busy(int status, String detail, int retryAfterSeconds) {
        return new Refusal(status, Ending.FAILED, detail, List.of(), retryAfterSeconds);
    }

    int status() {
        return status;
    }

    Ending ending() {
        return ending;
    }

    List<ProblemJson.Fault> faults() {
        return faults;
    }

    /** Seconds after which to ask again. */
    OptionalInt retryAfter() {
        return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
    }
}
