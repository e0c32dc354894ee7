package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Instance;
import java.util.ArrayList;
import java.util.List;

/**
 * A book whose sends are worth nothing, so that its dual speaks of the limits alone; limits that
 * add up values find them in a further measure.
 */
final class Worthless {
    private final OfferBook book;
    private final Charge worth;

    Worthless(OfferBook valued) {
        Measure values = new Measure(freeName(valued), valued.value());
        List<Measure> measures = new ArrayList<>(valued.measures());
        measures.add(values);
        this.worth = Charge.of(values);
        this.book =
                new OfferBook(
                        valued.offers(),
                        nothing(valued),
                        valued.cost(),
                        valued.segmentations(),
                        measures);
    }

    OfferBook book() {
        return book;
    }

    /** These limits over the worthless sends. */
    Instance instance(List<Limit> limits) {
        return Instance.of(book, translated(limits));
    }

    /** These limits over sends that are worth something else, in currency. */
    Instance instance(List<Limit> limits, float[][] value) {
        OfferBook valued =
                new OfferBook(
                        book.offers(), value, book.cost(), book.segmentations(), book.measures());
        return Instance.of(valued, translated(limits));
    }

    private List<Limit> translated(List<Limit> limits) {
        return limits.stream().map(this::translated).toList();
    }

    private Limit translated(Limit limit) {
        if (!(limit instanceof Limit.Shared shared)) {
            return limit;
        }
        List<Limit.Part> parts = shared.parts().stream().map(this::translated).toList();
        return new Limit.Shared(shared.name(), parts, shared.least(), shared.most());
    }

    private Limit.Part translated(Limit.Part part) {
        return part.charge().equals(Charge.VALUE)
                ? new Limit.Part(part.offers(), part.where(), worth, part.weight())
                : part;
    }

    private static String freeName(OfferBook book) {
        List<String> taken = book.measures().stream().map(Measure::name).toList();
        String name = "worth";
        while (taken.contains(name)) {
            name += "'";
        }
        return name;
    }

    private static float[][] nothing(OfferBook book) {
        float[][] value = new float[book.offers().size()][book.customers()];
        for (int offer = 0; offer < value.length; offer++) {
            for (int customer = 0; customer < value[offer].length; customer++) {
                value[offer][customer] = book.allows(offer, customer) ? 0 : Float.NaN;
            }
        }
        return value;
    }
}
