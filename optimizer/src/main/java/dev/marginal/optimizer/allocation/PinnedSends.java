package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.conflict.Overfull;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What pinned sends add up to, and a plan of the rest put together with them. */
final class PinnedSends {
    private final Pins pins;
    private final Instance instance;
    private final long[] use;
    private long value;
    private long spend;

    PinnedSends(Pins pins, Instance instance) {
        this.pins = pins;
        this.instance = instance;
        this.use = new long[instance.rows()];
        for (int pin = 0; pin < pins.customers(); pin++) {
            for (long left = pins.offers()[pin].bits(); left != 0; left &= left - 1) {
                add(pins.customer()[pin], Long.numberOfTrailingZeros(left));
            }
        }
    }

    private void add(int customer, int offer) {
        Requires.require(
                offer < instance.columns().offers() && instance.columns().allows(offer, customer),
                "pinned offer of customer number " + customer,
                offer,
                "one that the book allows");
        instance.addUse(customer, offer, 1, use);
        value += instance.columns().valueMicros(offer, customer);
        spend += instance.columns().costMicros(offer, customer);
    }

    /** Which limits the pins break whatever else is sent, in sentences. */
    List<String> conflict() {
        return new Overfull(instance).sentences(pins, use);
    }

    /** Every limit less what the pins use of it. */
    List<Limit> left() {
        List<Limit> left = new ArrayList<>();
        int row = 0;
        for (Limit limit : instance.limits()) {
            left.add(limit instanceof Limit.Shared shared ? less(shared, use[row++]) : limit);
        }
        return left;
    }

    private static Limit less(Limit.Shared limit, long used) {
        return new Limit.Shared(
                limit.name(),
                limit.parts(),
                limit.hasFloor() ? limit.least() - used : limit.least(),
                limit.hasCeiling() ? limit.most() - used : limit.most());
    }

    /** No plan: these limits are broken already. */
    SendPlan refused(List<String> conflict) {
        List<LimitUse> unused =
                instance.shared().stream().map(limit -> new LimitUse(limit, 0, 0)).toList();
        return nothing(Outcome.INFEASIBLE, 0, 0, unused, conflict, List.of());
    }

    /** The rest's plan and the pins. */
    SendPlan with(SendPlan rest) {
        boolean planned = rest.outcome() == Outcome.OPTIMAL || rest.outcome() == Outcome.FEASIBLE;
        if (!planned) {
            return without(rest);
        }
        Merged merged = Merged.of(rest, pins);
        return new SendPlan(
                rest.outcome(),
                merged.customer(),
                merged.offer(),
                rest.valueMicros() + value,
                rest.spendMicros() + spend,
                raised(rest.bound()),
                raised(rest.priceBound()),
                uses(rest, use),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private SendPlan without(SendPlan rest) {
        boolean refuted = rest.outcome() == Outcome.INFEASIBLE;
        List<String> conflict = new ArrayList<>(rest.conflict());
        if (refuted) {
            String told = "%,d sends to %,d customers are pinned and were counted first";
            conflict.add(String.format(Locale.ROOT, told, pins.sends(), pins.customers()));
        }
        return nothing(
                rest.outcome(),
                refuted ? 0 : raised(rest.bound()),
                refuted ? 0 : raised(rest.priceBound()),
                uses(rest, new long[use.length]),
                conflict,
                rest.relaxations());
    }

    private List<LimitUse> uses(SendPlan rest, long[] more) {
        List<LimitUse> uses = new ArrayList<>();
        for (int row = 0; row < more.length; row++) {
            LimitUse one = rest.limits().get(row);
            uses.add(new LimitUse(instance.shared().get(row), one.use() + more[row], one.price()));
        }
        return uses;
    }

    private double raised(double bound) {
        return (double) (OfferBook.micros(bound) + value) / OfferBook.MICROS;
    }

    private static SendPlan nothing(
            Outcome outcome,
            double bound,
            double priceBound,
            List<LimitUse> limits,
            List<String> conflict,
            List<String> relaxations) {
        return new SendPlan(
                outcome,
                new int[0],
                new byte[0],
                0,
                0,
                bound,
                priceBound,
                limits,
                conflict,
                relaxations,
                Optional.empty());
    }
}
