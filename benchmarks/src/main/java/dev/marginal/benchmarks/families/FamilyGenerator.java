package dev.marginal.benchmarks.families;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Generates a family's campaign.
 *
 * <p>The budget is 20 % of what customers would cost if each got its best sends. A price of money
 * that spends just the budget gives the plan of the budget alone; each channel but one is capped at
 * 60 to 85 % of its sends in that plan, each segment but one at 60 to 95 % of its spend. What these
 * limits keep back the budget can spend in the uncapped channel and on the customers of the last
 * segment, a fifth of all; so nearly all limits bind together.
 */
public final class FamilyGenerator {
    private static final double BUDGET_SHARE = 0.2;

    private FamilyGenerator() {}

    /** The same campaign for any number of threads. */
    public static AllocationProblem generate(AllocationFamily family, Execution execution) {
        SplittableRandom random = new SplittableRandom(family.seed());
        Draws draws = new Draws(family, random);
        draws.fill(execution);
        Demand demand =
                new Demand(draws, family.contacts(), family.segmentBudgets() + 1, execution);
        double full = money(demand.at(0).total());
        List<Rule> rules = new ArrayList<>();
        rules.add(new ContactLimit(Scope.ANY, family.contacts()));
        if (family.limits() > 1) {
            Spending alone = demand.at(demand.priceOf(BUDGET_SHARE));
            rules.addAll(channelCaps(family, alone, random));
            rules.addAll(segmentBudgets(family, alone, random));
        }
        return new AllocationProblem(
                book(family, draws), Budget.of(cents(BUDGET_SHARE * full)), new Rules(rules));
    }

    private static OfferBook book(AllocationFamily family, Draws draws) {
        int channels = family.channelCaps() + 1;
        List<Offer> offers =
                IntStream.range(0, family.offers())
                        .mapToObj(offer -> new Offer("offer_" + offer, channel(offer % channels)))
                        .toList();
        return new OfferBook(offers, draws.value, draws.cost, segments(family, draws), List.of());
    }

    private static List<Segmentation> segments(AllocationFamily family, Draws draws) {
        if (family.segmentBudgets() == 0) {
            return List.of();
        }
        Stream<String> limited =
                IntStream.range(0, family.segmentBudgets()).mapToObj(FamilyGenerator::segment);
        List<String> names = Stream.concat(limited, Stream.of("rest")).toList();
        return List.of(new Segmentation("segment", names, draws.segment));
    }

    private static List<Rule> channelCaps(
            AllocationFamily family, Spending alone, SplittableRandom random) {
        List<Rule> caps = new ArrayList<>();
        int channels = family.channelCaps() + 1;
        for (int capped = 1; capped < channels; capped++) {
            long sends = 0;
            for (int offer = capped; offer < family.offers(); offer += channels) {
                sends += alone.sends()[offer];
            }
            long most = Math.round(random.nextDouble(0.6, 0.85) * sends);
            caps.add(ChannelCap.sends(channel(capped), most));
        }
        return caps;
    }

    private static List<Rule> segmentBudgets(
            AllocationFamily family, Spending alone, SplittableRandom random) {
        List<Rule> budgets = new ArrayList<>();
        for (int number = 0; number < family.segmentBudgets(); number++) {
            String name = segment(number);
            double spent = money(alone.cost()[number]);
            double most = cents(random.nextDouble(0.6, 0.95) * spent);
            budgets.add(
                    terms ->
                            Stream.of(
                                    Limit.spend(
                                            "segment " + name,
                                            terms.offersIn(Scope.ANY),
                                            Segment.of("segment", name),
                                            0,
                                            most)));
        }
        return budgets;
    }

    private static String channel(int number) {
        return "channel_" + number;
    }

    private static String segment(int number) {
        return "s" + number;
    }

    private static double money(long micros) {
        return (double) micros / OfferBook.MICROS;
    }

    private static double cents(double amount) {
        return Math.rint(amount * 100) / 100;
    }
}
