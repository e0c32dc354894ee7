package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.days.DaysAhead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is expected of campaigns on later days: the audience and the values of today, each customer
 * being there with a probability of {@value #THERE}.
 *
 * <p>The probability makes a contact today worth more than the same one later, so that nothing is
 * put off that does not earn by it, and it leaves the value of a coin as it is.
 */
final class LaterOffers {
    static final double THERE = 0.9;

    private final Crowd crowd;
    private final List<CampaignDay> campaigns;
    private final List<OfferBook> expected;
    private final List<OfferBook> never;
    private final Map<List<Boolean>, OfferBook> books = new HashMap<>();

    /**
     * Of these campaigns.
     *
     * @param lasting gates that do not open on later days
     */
    LaterOffers(Crowd crowd, List<CampaignDay> campaigns, List<Gates> lasting) {
        this.crowd = crowd;
        this.campaigns = campaigns;
        this.expected = new ArrayList<>();
        this.never = new ArrayList<>();
        for (int number = 0; number < campaigns.size(); number++) {
            OfferBook own = campaigns.get(number).valued().offers();
            expected.add(scaled(OpenBook.of(own, lasting.get(number), List.of())));
            never.add(never(own));
        }
    }

    /** Some days on which some of the campaigns run. */
    DaysAhead on(DaysInView.Block block, DaysInView view) {
        List<Boolean> run =
                campaigns.stream()
                        .map(one -> view.daysOf(one.file(), block.first(), block.last()) > 0)
                        .toList();
        return new DaysAhead(
                block.first(), block.last(), books.computeIfAbsent(run, this::together));
    }

    private OfferBook together(List<Boolean> run) {
        JointBook joint = new JointBook(crowd);
        for (int number = 0; number < campaigns.size(); number++) {
            OfferBook book = run.get(number) ? expected.get(number) : never.get(number);
            joint.add(campaigns.get(number), book, Rules.of(), Double.POSITIVE_INFINITY);
        }
        return joint.book(List.<Segmentation>of());
    }

    /** A campaign's book on a day on which it does not run. */
    static OfferBook never(OfferBook own) {
        float[] nothing = new float[own.customers()];
        Arrays.fill(nothing, Float.NaN);
        float[][] value = new float[own.offers().size()][];
        Arrays.fill(value, nothing);
        return new OfferBook(own.offers(), value, own.cost(), own.segmentations(), own.measures());
    }

    /** Rules without what they ask for at least: on a day on which a campaign does not run. */
    static Rules ceilings(Rules rules) {
        return Rules.of(terms -> rules.limits(terms).flatMap(LaterOffers::ceiling));
    }

    private static Stream<Limit> ceiling(Limit limit) {
        if (!(limit instanceof Limit.Shared shared)) {
            return Stream.of(limit);
        }
        return shared.hasCeiling() && shared.most() >= 0
                ? Stream.of(
                        new Limit.Shared(
                                shared.name(),
                                shared.parts(),
                                Limit.Shared.NO_FLOOR,
                                shared.most()))
                : Stream.empty();
    }

    private static OfferBook scaled(OfferBook book) {
        return new OfferBook(
                book.offers(),
                scaled(book.value()),
                scaled(book.cost()),
                book.segmentations(),
                book.measures());
    }

    private static float[][] scaled(float[][] amounts) {
        float[][] scaled = new float[amounts.length][];
        for (int offer = 0; offer < scaled.length; offer++) {
            scaled[offer] = amounts[offer].clone();
            for (int customer = 0; customer < scaled[offer].length; customer++) {
                scaled[offer][customer] *= (float) THERE;
            }
        }
        return scaled;
    }
}
