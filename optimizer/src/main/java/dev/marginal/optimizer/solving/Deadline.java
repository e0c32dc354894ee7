package dev.marginal.optimizer.solving;

import dev.marginal.optimizer.Cancellation;
import java.time.Duration;

/** When the search has to end: at a time of the machine's monotonic clock, or when cancelled. */
public final class Deadline {
    private final long nanos;
    private final Cancellation cancellation;

    private Deadline(long nanos, Cancellation cancellation) {
        this.nanos = nanos;
        this.cancellation = cancellation;
    }

    /** From now on. */
    public static Deadline after(Duration duration) {
        return after(duration, new Cancellation());
    }

    /** From now on, or as soon as it is cancelled. */
    public static Deadline after(Duration duration, Cancellation cancellation) {
        return new Deadline(System.nanoTime() + toNanos(duration), cancellation);
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
        long left = cancellation.isCancelled() ? 0 : nanos - System.nanoTime();
        return Duration.ofNanos(Math.max(0, left));
    }

    /** The earlier of this deadline and one {@code duration} from now. */
    public Deadline within(Duration duration) {
        long other = System.nanoTime() + toNanos(duration);
        return new Deadline(other - nanos < 0 ? other : nanos, cancellation);
    }
}
