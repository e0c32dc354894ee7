package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.holdout.Draws;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** Who explores a campaign today. */
final class Explorers {
    private Explorers() {}

    /** Draws among the offers that are open and that no rule forbids to everyone. */
    static Draws draw(Valued valued, Gates gates, LocalDate date, Execution execution) {
        int customers = valued.audience().ids().rows();
        if (valued.file().daily().exploration().isEmpty()) {
            return Draws.none(customers);
        }
        if (valued.file().budget().confidence().isPresent()) {
            throw new BadInput(
                    new Problem(
                            valued.file().name(),
                            0,
                            "budget_confidence",
                            null,
                            "does not go together with exploration",
                            "Leave one of them out."));
        }
        long forbidden = forbidden(valued);
        long[] open = new long[customers];
        for (int offer = 0; offer < gates.reason().length; offer++) {
            long bit = 1L << offer & ~forbidden;
            for (int customer = 0; customer < customers; customer++) {
                open[customer] |= gates.isOpen(offer, customer) ? bit : 0;
            }
        }
        return Draws.of(
                valued.file().daily().exploration().get(),
                date,
                valued.audience().ids(),
                open,
                execution);
    }

    private static long forbidden(Valued valued) {
        return valued.file()
                .rules()
                .limits(Terms.of(valued.offers()))
                .filter(Limit.Personal.class::isInstance)
                .map(Limit.Personal.class::cast)
                .filter(limit -> limit.most() == 0)
                .mapToLong(limit -> limit.offers().bits())
                .reduce(0, (a, b) -> a | b);
    }

    /** What was drawn, as sends that a plan cannot change. */
    static Pins pins(Draws draws) {
        int[] explorers = draws.explorers();
        OfferSet[] sets =
                IntStream.of(explorers)
                        .mapToObj(customer -> new OfferSet(bits(draws, customer)))
                        .toArray(OfferSet[]::new);
        return new Pins(explorers, sets);
    }

    /**
     * Checks that the drawn sends alone stay within a budget.
     *
     * @throws BadInput if they do not: who explores must not depend on who else does
     */
    static void requireWithin(Budget budget, Valued valued, Draws draws) {
        double cost = cost(valued.offers(), draws);
        if (cost > budget.atMost().orElse(Double.POSITIVE_INFINITY)) {
            throw new BadInput(
                    new Problem(
                            valued.file().name(),
                            0,
                            "exploration",
                            String.valueOf(valued.file().daily().exploration().get().share()),
                            String.format(
                                    Locale.ROOT,
                                    "draws sends that cost %.2f %s, more than the %.2f that may be spent on the day",
                                    cost,
                                    valued.file().currency(),
                                    budget.atMost().orElseThrow()),
                            "Lower exploration.share, or give the campaign more budget."));
        }
    }

    /** What the drawn sends cost, in currency. */
    static double cost(OfferBook book, Draws draws) {
        long micros = 0;
        for (int customer : draws.explorers()) {
            byte drawn = draws.drawn()[customer];
            micros += drawn == Draws.NOTHING ? 0 : book.costMicros(drawn, customer);
        }
        return (double) micros / OfferBook.MICROS;
    }

    /** {@code [customer]}: bits of the offers that explorers drew. */
    static long[] sent(Draws draws) {
        long[] sent = new long[draws.drawn().length];
        for (int customer : draws.explorers()) {
            sent[customer] = bits(draws, customer);
        }
        return sent;
    }

    /** {@code [explorer]}: bits of what the plan's prices would have sent them. */
    static long[] planned(OfferBook book, SendPlan plan, Rules rules, Draws draws) {
        int[] explorers = draws.explorers();
        if (explorers.length == 0) {
            return new long[0];
        }
        OfferSet[] chosen =
                Policy.of(Terms.of(book), plan, rules).choose(OpenBook.select(book, explorers));
        return Arrays.stream(chosen).mapToLong(OfferSet::bits).toArray();
    }

    /** To explorers all is closed but what they drew. */
    static Gates closing(Gates gates, Draws draws) {
        long[] closed = new long[draws.drawn().length];
        int[] explorers = draws.explorers();
        for (int customer : explorers) {
            closed[customer] = ~bits(draws, customer);
        }
        return explorers.length == 0
                ? gates
                : gates.closing(new NotSent(NotSent.Code.EXPLORATION, ""), closed);
    }

    private static long bits(Draws draws, int customer) {
        byte drawn = draws.drawn()[customer];
        return drawn == Draws.NOTHING ? 0 : 1L << drawn;
    }
}
