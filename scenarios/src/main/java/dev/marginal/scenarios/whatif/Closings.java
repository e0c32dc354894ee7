package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.holdout.Buckets;
import dev.marginal.scenarios.holdout.Holdout;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Takes offers, and customers, out of books. */
final class Closings {
    private static final String SALT = "what-if";

    private final IdColumn ids;
    private final Execution execution;

    /** Of customers with these ids. */
    Closings(IdColumn ids, Execution execution) {
        this.ids = ids;
        this.execution = execution;
    }

    /** The book without what a brief takes away; the same one where that is nothing. */
    OfferBook close(OfferBook book, Brief brief) {
        List<IntPredicate> closings = closings(book.segmentations(), brief);
        if (closings.isEmpty() && brief.closed().isEmpty()) {
            return book;
        }
        int[] out = out(closings, book.customers());
        float[][] value = book.value().clone();
        float[] never = closedToAll(book);
        for (int offer = 0; offer < value.length; offer++) {
            if (brief.closed().contains(book.offers().get(offer).id())) {
                value[offer] = never;
            } else if (!closings.isEmpty()) {
                value[offer] = closedTo(out, value[offer]);
            }
        }
        return book.closed(value);
    }

    /** Who is left out, by any of the closings. */
    private static int[] out(List<IntPredicate> closings, int customers) {
        return closings.stream()
                .reduce(IntPredicate::or)
                .map(any -> IntStream.range(0, customers).filter(any).toArray())
                .orElse(new int[0]);
    }

    private List<IntPredicate> closings(List<Segmentation> columns, Brief brief) {
        List<IntPredicate> closings = new ArrayList<>();
        for (Brief.Group group : brief.groups()) {
            IntPredicate members = group.segment().members(columns);
            closings.add(group.kept() ? members.negate() : members);
        }
        if (brief.heldOut() > 0) {
            short[] bucket = Buckets.of(SALT, ids, execution);
            long until = Math.round(brief.heldOut() * Holdout.BUCKETS);
            closings.add(customer -> bucket[customer] < until);
        }
        return closings;
    }

    private static float[] closedToAll(OfferBook book) {
        float[] closed = new float[book.customers()];
        Arrays.fill(closed, Float.NaN);
        return closed;
    }

    private static float[] closedTo(int[] out, float[] value) {
        float[] open = value.clone();
        for (int customer : out) {
            open[customer] = Float.NaN;
        }
        return open;
    }
}
