package dev.marginal.app.rest;

import dev.marginal.tables.Requires;
import java.time.Duration;

/**
 * How the service listens, and how much it takes on.
 *
 * @param host to listen on; a loopback address keeps others out
 * @param port to listen on; 0 for any that is free
 * @param clerks how many questions about one campaign are worked on at once
 * @param queue how many questions may wait for one campaign; more are told to come back
 * @param deadline how long a what-if is waited for before it goes on as a job
 * @param mostBytes of a request's body
 * @param grace how long running questions may take to end once the service is told to stop
 */
public record RestSettings(
        String host,
        int port,
        int clerks,
        int queue,
        Duration deadline,
        long mostBytes,
        Duration grace) {
    private static final int MOST_CLERKS = 8;
    private static final long MIB = 1 << 20;

    public RestSettings {
        Requires.text(host, "host");
        Requires.require(port >= 0 && port <= 65_535, "port", port, "0 to 65535");
        Requires.require(clerks >= 1, "clerks", clerks, "one or more");
        Requires.require(queue >= 1, "queue", queue, "one or more");
        Requires.require(mostBytes >= 1, "most bytes", mostBytes, "one or more");
    }

    /** The usual limits. */
    public static RestSettings of(String host, int port) {
        return new RestSettings(
                host,
                port,
                Math.min(MOST_CLERKS, Runtime.getRuntime().availableProcessors()),
                64,
                Duration.ofSeconds(10),
                16 * MIB,
                Duration.ofSeconds(25));
    }

    /** Bytes of answers that are kept to be given again: a thirty-second of the memory. */
    long cacheBytes() {
        return Math.max(4 * MIB, Runtime.getRuntime().maxMemory() / 32);
    }

    /** Bytes of jobs' sends that are kept to be downloaded: an eighth of the memory. */
    long planBytes() {
        return Math.max(32 * MIB, Runtime.getRuntime().maxMemory() / 8);
    }

    /** Bytes of bodies that are held at once: a thirty-second of the memory. */
    long bodyBytes() {
        return Math.max(2 * mostBytes, Runtime.getRuntime().maxMemory() / 32);
    }
}
