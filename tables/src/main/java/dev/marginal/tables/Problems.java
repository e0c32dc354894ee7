package dev.marginal.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects problems so that all of them are told at once. */
public final class Problems {
    private static final int KEPT = 100;

    private final List<Problem> kept = new ArrayList<>();
    private long found;

    /** Adds a problem; the first hundred are kept in words, the rest are counted. */
    public void add(Problem problem) {
        found++;
        if (kept.size() < KEPT) {
            kept.add(problem);
        }
    }

    /** Adds a problem that is put in words only if it is kept; for floods of them. */
    public void add(Supplier<Problem> problem) {
        if (kept.size() < KEPT) {
            add(problem.get());
        } else {
            found++;
        }
    }

    /** Counts {@code more} problems that nobody needs to read one by one. */
    public void addUntold(long more) {
        found += more;
    }

    /** How many problems were found. */
    public long count() {
        return found;
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found == 0;
    }

    /**
     * Ends the reading if anything was found.
     *
     * @throws BadInput with everything found
     */
    public void throwIfAny() {
        if (found > 0) {
            throw new BadInput(kept, found);
        }
    }
}
