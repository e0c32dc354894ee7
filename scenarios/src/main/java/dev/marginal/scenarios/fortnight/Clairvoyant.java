package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.List;

/**
 * What nobody can beat: a bound on the best plan of one who knows all fourteen days beforehand.
 *
 * <p>Of the weeks in which contacts are capped only the first and the last seven days are kept, so
 * that the bound may be a little higher than what a clairvoyant could earn.
 */
public record Clairvoyant(Execution execution) {
    /** In currency, proven. */
    public double bound(PlantedFortnight world) {
        List<Offer> offers = new ArrayList<>();
        List<float[]> value = new ArrayList<>();
        List<float[]> cost = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        int messages = world.campaigns().size();
        long daily = (1L << messages) - 1;
        for (int day = 0; day < PlantedFortnight.DAYS; day++) {
            OfferBook book = world.offers(day);
            for (Offer offer : book.offers()) {
                offers.add(new Offer(offer.id() + " " + day, offer.channel()));
            }
            value.addAll(List.of(book.value()));
            cost.addAll(List.of(book.cost()));
            OfferSet all = new OfferSet(daily << day * messages);
            limits.add(Limit.personal("day " + day, all, 1));
        }
        for (int first = 0; first < PlantedFortnight.DAYS; first += PlantedFortnight.WEEK) {
            long week = (1L << PlantedFortnight.WEEK * messages) - 1;
            OfferSet all = new OfferSet(week << first * messages);
            limits.add(Limit.personal("week from " + first, all, world.weekly()));
        }
        for (int message = 0; message < messages; message++) {
            limits.add(budget(world, message));
        }
        SendPlan plan =
                new PriceAllocator(Planners.SETTINGS, execution)
                        .allocate(
                                new OfferBook(
                                        offers,
                                        value.toArray(float[][]::new),
                                        cost.toArray(float[][]::new)),
                                Budget.unlimited(),
                                Rules.of(terms -> limits.stream()));
        return plan.bound();
    }

    private static Limit budget(PlantedFortnight world, int message) {
        long bits = 0;
        for (int day = 0; day < PlantedFortnight.DAYS; day++) {
            bits |= 1L << day * world.campaigns().size() + message;
        }
        String name = "budget of " + world.offers().get(message).id();
        return Limit.spend(name, new OfferSet(bits), world.budgets().get(message).left());
    }
}
