package dev.marginal.scenarios.days;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Today and the days ahead as one book: today's offers first, then those of each block of later
 * days, under the same caps and budgets.
 *
 * <p>Today's rules hold for every block alone as they hold for today, but for what they ask for at
 * least: nothing is promised for later days.
 */
final class Horizon {
    private final OfferBook today;
    private final List<DaysAhead> ahead;
    private final CapSlots slots;

    Horizon(OfferBook today, List<DaysAhead> ahead, List<CapAhead> caps) {
        this.today = today;
        this.ahead = ahead;
        this.slots = new CapSlots(today, ahead, caps);
        for (DaysAhead block : ahead) {
            Requires.require(
                    block.expected().offers().equals(today.offers())
                            && block.expected().customers() == today.customers(),
                    "offers expected from day " + block.first(),
                    block.expected().offers(),
                    today.offers() + " to " + today.customers() + " customers");
        }
    }

    /** All blocks' offers to today's customers. */
    OfferBook book() {
        List<Offer> offers = new ArrayList<>(today.offers());
        List<float[]> value = new ArrayList<>(List.of(today.value()));
        List<float[]> cost = new ArrayList<>(List.of(today.cost()));
        for (DaysAhead block : ahead) {
            for (Offer offer : today.offers()) {
                offers.add(new Offer(offer.id() + words(block), offer.channel() + words(block)));
            }
            value.addAll(List.of(block.expected().value()));
            cost.addAll(List.of(block.expected().cost()));
        }
        List<Segmentation> columns = new ArrayList<>(today.segmentations());
        columns.addAll(slots.columns());
        return new OfferBook(
                offers,
                value.toArray(float[][]::new),
                cost.toArray(float[][]::new),
                columns,
                today.measures().stream().map(this::throughout).toList());
    }

    private Measure throughout(Measure todays) {
        List<float[]> amount = new ArrayList<>(List.of(todays.amount()));
        for (DaysAhead block : ahead) {
            Measure later =
                    block.expected().measures().stream()
                            .filter(one -> one.name().equals(todays.name()))
                            .findFirst()
                            .orElseThrow(() -> missing(todays, block));
            amount.addAll(List.of(later.amount()));
        }
        return new Measure(todays.name(), amount.toArray(float[][]::new));
    }

    private static IllegalArgumentException missing(Measure todays, DaysAhead block) {
        return new IllegalArgumentException(
                "The offers expected from day %d lack the measure %s that today's have."
                        .formatted(block.first(), todays.name()));
    }

    /** The book in which nothing can be sent later. */
    OfferBook todayOnly(OfferBook book) {
        float[][] value = book.value().clone();
        float[] never = new float[today.customers()];
        Arrays.fill(never, Float.NaN);
        for (int offer = today.offers().size(); offer < value.length; offer++) {
            value[offer] = never;
        }
        return new OfferBook(
                book.offers(), value, book.cost(), book.segmentations(), book.measures());
    }

    /** What is left of every campaign's budget, of every cap, and each block's own rules. */
    Rules rules(Rules todays, List<FlightBudget> budgets) {
        List<Limit> limits = new ArrayList<>();
        Terms terms = Terms.of(today);
        for (FlightBudget budget : budgets) {
            OfferSet own = throughout(terms.offersIn(budget.scope()));
            limits.add(Limit.spend("budget of " + budget.campaign(), own, budget.left()));
        }
        todays.limits(terms).forEach(limits::add);
        for (int block = 1; block <= ahead.size(); block++) {
            int number = block;
            todays.limits(terms).flatMap(limit -> later(limit, number)).forEach(limits::add);
        }
        slots.limits().forEach(limits::add);
        return Rules.of(any -> limits.stream());
    }

    private OfferSet throughout(OfferSet offers) {
        long bits = 0;
        for (int block = 0; block <= ahead.size(); block++) {
            bits |= offers.bits() << block * today.offers().size();
        }
        return new OfferSet(bits);
    }

    private Stream<Limit> later(Limit limit, int block) {
        String name = limit.name() + words(ahead.get(block - 1));
        UnaryOperator<OfferSet> shift =
                offers -> new OfferSet(offers.bits() << block * today.offers().size());
        if (limit instanceof Limit.Personal personal) {
            return Stream.of(
                    Limit.personal(
                            name,
                            shift.apply(personal.offers()),
                            personal.where(),
                            personal.most() * ahead.get(block - 1).days()));
        }
        Limit.Shared shared = (Limit.Shared) limit;
        if (!shared.hasCeiling() || shared.most() < 0) {
            return Stream.empty();
        }
        List<Limit.Part> parts =
                shared.parts().stream()
                        .map(
                                part ->
                                        new Limit.Part(
                                                shift.apply(part.offers()),
                                                part.where(),
                                                part.charge(),
                                                part.weight()))
                        .toList();
        long most = Math.multiplyExact(shared.most(), (long) ahead.get(block - 1).days());
        return Stream.of(new Limit.Shared(name, parts, Limit.Shared.NO_FLOOR, most));
    }

    private static String words(DaysAhead block) {
        return block.first() == block.last()
                ? ", day " + block.first()
                : ", days %d to %d".formatted(block.first(), block.last());
    }
}
