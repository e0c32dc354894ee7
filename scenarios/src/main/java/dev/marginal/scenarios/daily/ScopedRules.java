package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.Terms;
import java.util.Arrays;
import java.util.List;

/**
 * One campaign's rules, columns and measures inside a joint book.
 *
 * @param prefix of every name
 * @param first number of the campaign's first offer there
 * @param own the campaign's own book
 */
record ScopedRules(String prefix, int first, OfferBook own) {
    /** The limits of these rules over the campaign's own offers. */
    Rule rule(Rules rules) {
        return terms -> rules.limits(Terms.of(own)).map(this::scoped);
    }

    /** A column over the whole crowd; customers of other campaigns get its first value. */
    Segmentation column(Segmentation column, int[] place, int customers) {
        int[] code = new int[customers];
        for (int row = 0; row < place.length; row++) {
            code[place[row]] = column.code()[row];
        }
        return new Segmentation(prefix + column.column(), column.names(), code);
    }

    /** Measures over the whole crowd, of the campaign's own offers, the first of them first. */
    List<Measure> measures(List<Measure> measures, int[] place, int customers) {
        return measures.stream()
                .map(
                        measure ->
                                new Measure(
                                        prefix + measure.name(),
                                        spread(measure.amount(), place, customers)))
                .toList();
    }

    private float[][] spread(float[][] amount, int[] place, int customers) {
        float[][] all = new float[first + amount.length][];
        for (int offer = 0; offer < amount.length; offer++) {
            all[first + offer] = JointBook.spread(amount[offer], place, customers, 0);
        }
        return all;
    }

    /** An amount of nothing for every offer that has none. */
    static float[][] padded(float[][] amount, int offers, int customers) {
        float[][] all = Arrays.copyOf(amount, offers);
        float[] nothing = new float[customers];
        for (int offer = 0; offer < offers; offer++) {
            all[offer] = all[offer] == null ? nothing : all[offer];
        }
        return all;
    }

    private Limit scoped(Limit limit) {
        if (limit instanceof Limit.Personal personal) {
            return Limit.personal(
                    prefix + personal.name(),
                    shifted(personal.offers()),
                    scoped(personal.where()),
                    personal.most());
        }
        Limit.Shared shared = (Limit.Shared) limit;
        return new Limit.Shared(
                prefix + shared.name(),
                shared.parts().stream().map(this::scoped).toList(),
                shared.least(),
                shared.most());
    }

    private Limit.Part scoped(Limit.Part part) {
        Charge charge =
                part.charge().isMeasure()
                        ? new Charge(prefix + part.charge().name())
                        : part.charge();
        return new Limit.Part(shifted(part.offers()), scoped(part.where()), charge, part.weight());
    }

    private OfferSet shifted(OfferSet offers) {
        return new OfferSet(offers.bits() << first);
    }

    private Segment scoped(Segment where) {
        return where.isEveryone() ? where : new Segment(prefix + where.column(), where.values());
    }
}
