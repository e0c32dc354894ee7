package dev.marginal.scenarios.store.directory;

import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.local.Pacemaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sign of life of a claim: a file that its holder overwrites with the next number and the time,
 * and whoever wants the claim watches.
 *
 * <p><b>Clocks.</b> Two machines' clocks differ, and a clock may be put back or forward while a
 * plan is made. So the time that stands in the file is trusted only to say "not yet": a beat that
 * seems younger than the lease is left alone. A beat that seems old, or to come from the future, is
 * watched for the length of a lease on the watcher's own monotonic clock, which nobody can put
 * back; only if the number stands still all that while is the claim free. A clock that jumps can
 * thus delay a takeover by another lease, but never cause one, nor put one off for ever. If a
 * holder is taken for dead that only slept, the ledger refuses it: see {@link Versions}.
 */
final class Heartbeat implements AutoCloseable {
    private final Path file;
    private final Lease lease;
    private final AtomicLong beats = new AtomicLong();
    private Pacemaker pacemaker;

    private Heartbeat(Path file, Lease lease) {
        this.file = file;
        this.lease = lease;
    }

    /** Begins to beat, four times in a lease, until closed. */
    static Heartbeat start(Path file, Lease lease) throws IOException {
        Heartbeat heart = new Heartbeat(file, lease);
        heart.beat();
        heart.pacemaker =
                Pacemaker.start("lease of " + file.getFileName(), lease.beat(), heart::beat);
        return heart;
    }

    /** Gives a sign of life. */
    void beat() throws IOException {
        String sign = "%019d %019d\n".formatted(beats.incrementAndGet(), lease.clock().millis());
        Files.writeString(file, sign, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public void close() throws IOException {
        pacemaker.close();
        Files.deleteIfExists(file);
    }

    /** Whether nothing was heard for as long as the holder promised; may take that long to tell. */
    static boolean stopped(Path file, Duration promised, Lease lease) throws IOException {
        String before = sign(file);
        if (seemsYoung(before, promised, lease)) {
            return false;
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < promised.toNanos()) {
            pause(promised);
            if (!sign(file).equals(before)) {
                return false;
            }
        }
        return true;
    }

    private static boolean seemsYoung(String sign, Duration promised, Lease lease) {
        if (!sign.matches("\\d{19} \\d{19}\n")) {
            return false;
        }
        long age = lease.clock().millis() - Long.parseLong(sign.substring(20).strip());
        return age >= 0 && age < promised.toMillis();
    }

    private static String sign(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException silent) {
            return "";
        }
    }

    private static void pause(Duration promised) {
        try {
            TimeUnit.NANOSECONDS.sleep(promised.toNanos() / 16 + 1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for a claim was interrupted.", interrupted);
        }
    }
}
