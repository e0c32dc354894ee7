package dev.marginal.scenarios.handover;

import java.time.Duration;
import java.util.Map;

/** How a target takes chunks over HTTP. */
public interface Service {
    /** The path of the request, after the base URL. */
    String path(Batch batch);

    /** The headers of the request. */
    Map<String, String> headers(String key);

    /** Whether a chunk that arrives twice is sent once. */
    boolean forgivesRepeats();

    /** How long before its time a chunk may arrive; zero where it is sent as it arrives. */
    Duration keepsFor();

    /** How long to wait between two requests. */
    Duration pause();
}
