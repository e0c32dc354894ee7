package dev.marginal.benchmarks.families;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What a family's campaign has to keep.
 *
 * <p>The budget is 20 % of what customers would cost if each got its best sends. A price of money
 * that spends just the budget gives the plan of the budget alone; each channel but one is capped at
 * 60 to 85 % of its sends in that plan, each segment but one at 60 to 95 % of its spend. What these
 * limits keep back the budget can spend in the uncapped channel and on the customers of the last
 * segment, a fifth of all; so nearly all limits bind together.
 *
 * @param rules all limits but the budget
 */
public record FamilyLimits(Budget budget, Rules rules) {
    private static final double BUDGET_SHARE = 0.2;
    private static final int SAMPLED_BLOCKS = 16;
    private static final int HALVINGS = 40;

    /** The customers, wherever they are. */
    @FunctionalInterface
    public interface Customers {
        /**
         * What they get if nothing but a price of money holds them back.
         *
         * @param stride of their blocks, every so many are looked at
         */
        Spending spending(double price, int stride);
    }

    /** Asks for what customers get some fifty times, nearly always of a few blocks. */
    public static FamilyLimits of(AllocationFamily family, Customers customers) {
        SplittableRandom random = Recipe.of(family).rest();
        double full = money(customers.spending(0, 1).total());
        List<Rule> rules = new ArrayList<>();
        rules.add(new ContactLimit(Scope.ANY, family.contacts()));
        if (family.limits() > 1) {
            Spending alone = customers.spending(priceOfBudget(family, customers), 1);
            rules.addAll(channelCaps(family, alone, random));
            rules.addAll(segmentBudgets(family, alone, random));
        }
        return new FamilyLimits(Budget.of(cents(BUDGET_SHARE * full)), new Rules(rules));
    }

    /** At which a sample of the customers spends the budget's share of what it would for free. */
    private static double priceOfBudget(AllocationFamily family, Customers customers) {
        int blocks = Blocks.of(family.customers()).count();
        int stride = (blocks + SAMPLED_BLOCKS - 1) / SAMPLED_BLOCKS;
        double goal = BUDGET_SHARE * customers.spending(0, stride).total();
        double low = 0;
        double high = 1;
        while (customers.spending(high, stride).total() > goal) {
            high *= 2;
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            boolean tooMuch = customers.spending(middle, stride).total() > goal;
            low = tooMuch ? middle : low;
            high = tooMuch ? high : middle;
        }
        return high;
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
            caps.add(ChannelCap.sends(FamilyPart.channel(capped), most));
        }
        return caps;
    }

    private static List<Rule> segmentBudgets(
            AllocationFamily family, Spending alone, SplittableRandom random) {
        List<Rule> budgets = new ArrayList<>();
        for (int number = 0; number < family.segmentBudgets(); number++) {
            String name = FamilyPart.segment(number);
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

    private static double money(long micros) {
        return (double) micros / OfferBook.MICROS;
    }

    private static double cents(double amount) {
        return Math.rint(amount * 100) / 100;
    }
}
