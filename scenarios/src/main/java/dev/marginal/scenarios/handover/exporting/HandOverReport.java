package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.people.AddressBook;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a hand-over has come, all its runs together.
 *
 * @param handedOver sends that the target has
 * @param dropped sends that do not go out, by reason
 * @param waiting sends whose time has not come
 * @param open sends that the target refused or was too busy for; the next run tries again
 * @param unknown chunks of which nobody knows whether they arrived
 * @param unknownSends their sends
 * @param complaints what the target said of chunks that it took, but not all of
 * @param chunks how many there are
 * @param failure why the run ended before its end; empty if it did not
 * @param consentAsked whether there was a contacts file to ask
 * @param inputs what consent and suppression were read from
 * @param files that were written, in all runs
 * @param folder where files and report are
 */
public record HandOverReport(
        String plan,
        String target,
        long handedOver,
        SortedMap<String, Long> dropped,
        long waiting,
        long open,
        List<Integer> unknown,
        long unknownSends,
        List<Complaint> complaints,
        int chunks,
        String failure,
        boolean consentAsked,
        List<AddressBook.Read> inputs,
        List<String> files,
        Path folder) {
    public HandOverReport {
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
        unknown = List.copyOf(unknown);
        complaints = List.copyOf(complaints);
        inputs = List.copyOf(inputs);
        files = List.copyOf(files);
    }

    /** What the target said of a chunk that it took. */
    public record Complaint(int chunk, String words) {}

    /** How many sends do not go out. */
    public long leftOut() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether nothing failed, stayed unknown or was complained of. */
    public boolean wentWell() {
        return failure.isEmpty() && unknown.isEmpty() && complaints.isEmpty();
    }

    /** Whether nothing is left to do. */
    public boolean isComplete() {
        return waiting == 0 && open == 0 && unknown.isEmpty();
    }
}
