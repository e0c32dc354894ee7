package dev.marginal.app.rest;

import dev.marginal.tables.Requires;
import java.time.Duration;

/**
 * How the service listens, and how much it takes on.
 *
 * @param host to listen on; a loopback address keeps others out
 * @param port to listen on; 0 for any that is free
 * @param queue how many questions may wait for one campaign; more are told to come back
 * @param deadline how long a what-if is waited for before it goes on as a job
 * @param mostBytes of a request's body
 * @param grace how long running questions may take to end once the service is told to stop
 */
public record RestSettings(
        String host, int port, int queue, Duration deadline, long mostBytes, Duration grace) {
    public RestSettings {
        Requires.text(host, "host");
        Requires.require(port >= 0 && port <= 65_535, "port", port, "0 to 65535");
        Requires.require(queue >= 1, "queue", queue, "one or more");
        Requires.require(mostBytes >= 1, "most bytes", mostBytes, "one or more");
    }

    /** The usual limits. */
    public static RestSettings of(String host, int port) {
        return new RestSettings(
                host, port, 64, Duration.ofSeconds(10), 16 << 20, Duration.ofSeconds(25));
    }
}
