package dev.marginal.app.rest;

import dev.marginal.app.answers.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How a job changes, as server-sent events. */
final class JobEvents {
    private static final long BEAT = 5_000;
    private static final String LAST_EVENT = "Last-Event-ID";

    private JobEvents() {}

    /** The event that a client saw last, before its connection broke. */
    static long seen(Call call) {
        String last = call.header(LAST_EVENT);
        return last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
    }

    /** Tells every change after the one that was seen, until the job is over. */
    static void tell(Job job, long seen, OutputStream out) throws IOException {
        try {
            Job.Told told = job.told();
            write(out, told.changes() > seen ? event(told) : ": seen\n\n");
            while (!told.state().isOver()) {
                job.awaitAfter(told.changes(), BEAT);
                Job.Told now = job.told();
                write(out, now.changes() > told.changes() ? event(now) : ": still at it\n\n");
                told = now;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopping");
        }
    }

    private static String event(Job.Told told) {
        return "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(told.changes(), told.state().word(), Json.tree(told.json()));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
