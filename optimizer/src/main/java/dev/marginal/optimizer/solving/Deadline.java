package dev.marginal.optimizer.solving;

import java.time.Duration;

/** When the search has to end; read from the machine's monotonic clock. */
public final class Deadline {
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** From now on. */
    public static Deadline after(Duration duration) {
        return new Deadline(System.nanoTime() + toNanos(duration));
    }

    private static long toNanos(Duration duration) {
        long longest = Long.MAX_VALUE >> 1;
        return duration.getSeconds() >= longest / 1_000_000_000 ? longest : duration.toNanos();
    }

    /** Whether the time is over. */
    public boolean passed() {
        return remaining().isZero();
    }

    /** The time left; zero when it is over. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** The earlier of this deadline and one {@code duration} from now. */
    public Deadline within(Duration duration) {
        Deadline other = after(duration);
        return other.nanos - nanos < 0 ? other : this;
    }
}
