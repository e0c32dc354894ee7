package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans the rest around sends that are fixed already.
 *
 * <p>Pinned customers get exactly what is pinned. What their sends use of the budget and of every
 * shared limit is taken off it, another allocator plans all other customers within what is left,
 * and both are put together: sends, value, spend and use count the pins, against the limits as they
 * were given. Every plan with these pins is worth their value and a plan of the rest, so that the
 * rest's bound plus that value is a bound. The curve of budgets is left out.
 *
 * <p>Where the pins alone break a limit that no other send can make room in, the outcome is {@code
 * INFEASIBLE} and the conflict says which.
 */
public final class PinnedAllocator implements Allocator {
    private static final String PINNED = "yes";

    private final Pins pins;
    private final Allocator rest;

    /**
     * An allocator that plans around pins.
     *
     * @param rest plans the other customers
     */
    public PinnedAllocator(Pins pins, Allocator rest) {
        this.pins = pins;
        this.rest = rest;
    }

    /**
     * {@inheritDoc}
     *
     * @param offers has the pinned sends among those that it allows
     * @throws IllegalArgumentException if it does not, or if the budget has a confidence, which is
     *     no sum of sends
     */
    @Override
    public SendPlan allocate(OfferBook offers, Budget budget, Rules rules) {
        if (pins.customers() == 0) {
            return rest.allocate(offers, budget, rules);
        }
        Requires.require(
                budget.confidence().isEmpty(),
                "budget confidence",
                budget.confidence(),
                "none where sends are pinned");
        Instance instance = Instance.of(offers, budget, rules);
        PinnedSends pinned = new PinnedSends(pins, instance);
        List<String> conflict = pinned.conflict();
        if (!conflict.isEmpty()) {
            return pinned.refused(conflict);
        }
        String column = freeName(offers);
        List<Limit> left = new ArrayList<>(pinned.left());
        left.add(
                Limit.personal(
                        column,
                        Terms.of(offers).offersIn(Scope.ANY),
                        Segment.of(column, PINNED),
                        0));
        return pinned.with(
                rest.allocate(
                        sorted(offers, column),
                        Budget.unlimited(),
                        Rules.of(terms -> left.stream())));
    }

    /** The book, which now says who is pinned. */
    private OfferBook sorted(OfferBook offers, String column) {
        int[] code = new int[offers.customers()];
        for (int customer : pins.customer()) {
            code[customer] = 1;
        }
        List<Segmentation> columns = new ArrayList<>(offers.segmentations());
        columns.add(new Segmentation(column, List.of("no", PINNED), code));
        return offers.with(columns, offers.measures());
    }

    private static String freeName(OfferBook offers) {
        List<String> taken = offers.segmentations().stream().map(Segmentation::column).toList();
        String name = "pinned";
        while (taken.contains(name)) {
            name += "'";
        }
        return name;
    }
}
