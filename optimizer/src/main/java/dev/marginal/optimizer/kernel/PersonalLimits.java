package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which sets of offers one customer may get: every set that holds at most {@code most[l]} offers of
 * {@code masks[l]} for each limit l. Limits that say nothing beside the others are dropped.
 */
public final class PersonalLimits {
    private final int offers;
    private final long allowed;
    private final long[] masks;
    private final int[] most;
    private final int[] laminarPart;

    private PersonalLimits(int offers, long allowed, List<Capped> capped) {
        this.offers = offers;
        this.allowed = allowed;
        this.masks = capped.stream().mapToLong(Capped::mask).toArray();
        this.most = capped.stream().mapToInt(Capped::most).toArray();
        this.laminarPart = nested();
    }

    /** The family of these limits over a book's offers. */
    public static PersonalLimits of(List<Limit.Personal> limits, int offers) {
        long all = offers == Long.SIZE ? -1L : (1L << offers) - 1;
        long forbidden =
                limits.stream()
                        .filter(limit -> limit.most() == 0)
                        .mapToLong(limit -> limit.offers().bits())
                        .reduce(0, (a, b) -> a | b);
        long allowed = all & ~forbidden;
        List<Capped> capped = new ArrayList<>();
        limits.stream()
                .map(limit -> new Capped(limit.offers().bits() & allowed, limit.most()))
                .sorted(Comparator.comparingInt(Capped::most).thenComparing(Capped::largerFirst))
                .filter(limit -> capped.stream().noneMatch(kept -> kept.implies(limit)))
                .filter(limit -> limit.most < Long.bitCount(limit.mask))
                .forEach(capped::add);
        return new PersonalLimits(offers, allowed, capped);
    }

    /** How many limits. */
    public int count() {
        return masks.length;
    }

    /** The offers of one limit, as bits. */
    public long mask(int limit) {
        return masks[limit];
    }

    /** How many of these offers one customer may get. */
    public int most(int limit) {
        return most[limit];
    }

    /** How many offers the book has. */
    public int offers() {
        return offers;
    }

    /** The offers that no limit stands against on its own, as bits. */
    long allowed() {
        return allowed;
    }

    /** Whether no limit stands on its own against giving this offer. */
    public boolean allows(int offer) {
        return (allowed >>> offer & 1) != 0;
    }

    /** Whether a customer may get this set. */
    public boolean admits(long set) {
        if ((set & ~allowed) != 0) {
            return false;
        }
        for (int limit = 0; limit < masks.length; limit++) {
            if (Long.bitCount(set & masks[limit]) > most[limit]) {
                return false;
            }
        }
        return true;
    }

    /** Whether no customer may get two offers. */
    public boolean atMostOne() {
        if (Long.bitCount(allowed) <= 1) {
            return true;
        }
        return masks.length > 0 && most[0] == 1 && masks[0] == allowed;
    }

    /** How many offers a customer may get, where nothing but their number is limited. */
    int mostInAll() {
        boolean onlyNumber = masks.length == 1 && masks[0] == allowed;
        return onlyNumber ? most[0] : Long.SIZE;
    }

    /** Whether a customer may get any of the allowed offers together. */
    public boolean isFree() {
        return masks.length == 0;
    }

    /** Whether any two limits speak of nested or disjoint offers. */
    public boolean laminar() {
        return laminarPart().length == masks.length;
    }

    /** A way to choose a customer's best set; holds scratch space, so one for each thread. */
    public Chooser chooser() {
        return laminar() ? new GreedyChooser(this) : new BranchingChooser(this);
    }

    /**
     * A way to choose that heeds only limits that are nested or disjoint: it may admit too much
     * where limits cross, never too little.
     */
    public Chooser relaxedChooser() {
        return new GreedyChooser(this);
    }

    /**
     * The offers in an order in which those of every limit stand together, as far as limits are
     * nested or disjoint.
     */
    public int[] together() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, offers).boxed().toList());
        IntStream.of(laminarPart())
                .boxed()
                .sorted(Comparator.comparingInt(limit -> Long.bitCount(masks[limit])))
                .forEach(
                        limit ->
                                order.sort(
                                        Comparator.comparing(
                                                offer -> (masks[limit] >>> offer & 1) == 0)));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The limits' numbers, as far as they are nested or disjoint with all taken before them. */
    int[] laminarPart() {
        return laminarPart;
    }

    private int[] nested() {
        int[] taken = new int[masks.length];
        int count = 0;
        for (int limit = 0; limit < masks.length; limit++) {
            if (nestsWithAll(masks[limit], taken, count)) {
                taken[count++] = limit;
            }
        }
        return Arrays.copyOf(taken, count);
    }

    /** Whether one more of {@code offer} on top of {@code set} breaks one of these limits. */
    boolean full(long set, int offer, int[] limits) {
        for (int limit : limits) {
            if ((masks[limit] >>> offer & 1) != 0
                    && Long.bitCount(set & masks[limit]) >= most[limit]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalLimits limits
                && limits.offers == offers
                && limits.allowed == allowed
                && Arrays.equals(limits.masks, masks)
                && Arrays.equals(limits.most, most);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(allowed) + 31 * (Arrays.hashCode(masks) + 31 * Arrays.hashCode(most));
    }

    private boolean nestsWithAll(long mask, int[] taken, int count) {
        for (int i = 0; i < count; i++) {
            long other = masks[taken[i]];
            long both = mask & other;
            if (both != 0 && both != mask && both != other) {
                return false;
            }
        }
        return true;
    }

    private record Capped(long mask, int most) {
        boolean implies(Capped other) {
            return (other.mask & ~mask) == 0 && most <= other.most;
        }

        int largerFirst() {
            return -Long.bitCount(mask);
        }
    }
}
