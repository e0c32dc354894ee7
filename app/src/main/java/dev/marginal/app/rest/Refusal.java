package dev.marginal.app.rest;

import dev.marginal.app.Ending;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request that is not answered, and why, in words for its sender. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String RETRY_AFTER = "Retry-After";

    private final int status;
    private final Ending ending;
    private final transient List<ProblemJson.Fault> faults;
    private final transient Map<String, String> headers;

    private Refusal(
            int status,
            Ending ending,
            String detail,
            List<ProblemJson.Fault> faults,
            Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.ending = ending;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    Refusal(int status, String detail) {
        this(status, Ending.USAGE, detail, List.of(), Map.of());
    }

    /** A body that cannot be used, with everything that is wrong with it. */
    static Refusal unusable(String detail, List<ProblemJson.Fault> faults) {
        return new Refusal(422, Ending.BAD_INPUT, detail, faults, Map.of());
    }

    /** Too much at once. */
    static Refusal busy(int status, String detail, int retryAfterSeconds) {
        Map<String, String> headers = Map.of(RETRY_AFTER, Integer.toString(retryAfterSeconds));
        return new Refusal(status, Ending.FAILED, detail, List.of(), headers);
    }

    /** The service takes nothing new. */
    static Refusal stopping() {
        return busy(503, "The service is stopping.", 5);
    }

    /** The same with a header. */
    Refusal with(String header, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return new Refusal(status, ending, getMessage(), faults, all);
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

    Map<String, String> headers() {
        return headers;
    }

    /** Whether the same request may be answered a moment later. */
    boolean passes() {
        return headers.containsKey(RETRY_AFTER);
    }
}
