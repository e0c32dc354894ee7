package dev.marginal.scenarios.reasons;

import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.Valuation;
import dev.marginal.tables.IdColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Why every offer that a plan does not send is not sent, customer by customer.
 *
 * <p>Each pair of customer and offer has one reason, the first of these that is true:
 *
 * <ol>
 *   <li>its gate is closed: the gate's reason;
 *   <li>a personal limit leaves this customer none of such offers: {@code cap};
 *   <li>its value is zero or less: {@code negative_value};
 *   <li>its value is no more than the prices of all limits, but more than those of all but the
 *       budget: {@code budget};
 *   <li>its value is no more than the prices of the other limits alone: {@code below_price} of the
 *       one that charges most;
 *   <li>it is worth its prices, but a personal limit is full of offers that are worth as much or
 *       more: {@code better_chosen} of that limit;
 *   <li>it is worth its prices, but the limits are used up to the last unit, so that neither it nor
 *       the best set with it fits: {@code budget} or {@code below_price} of the limit that is in
 *       the way;
 *   <li>it is in no better set that fits: {@code better_chosen} of the first full limit.
 * </ol>
 *
 * <p>Customers are gone through one by one; nothing is kept of them.
 */
public final class Reasons {
    private final CampaignPlan plan;
    private final Forgone forgone;
    private final Verdicts verdicts;
    private final Catalogue catalogue;

    private Reasons(CampaignPlan plan, Forgone forgone, Verdicts verdicts, Catalogue catalogue) {
        this.plan = plan;
        this.forgone = forgone;
        this.verdicts = verdicts;
        this.catalogue = catalogue;
    }

    /**
     * The reasons of a plan.
     *
     * @param plan its book has {@code NaN} where gates are closed
     * @param valuation by which the book was made; says what closed gates forgo
     * @param traits of the book's customers
     * @param rules the very rules that the plan keeps, those that caps became included
     */
    public static Reasons of(
            CampaignPlan plan, Valuation valuation, Traits traits, Rules rules, Gates gates) {
        Catalogue catalogue = new Catalogue();
        Forgone forgone = new Forgone(plan, valuation, traits);
        return new Reasons(plan, forgone, new Verdicts(plan, rules, gates, catalogue), catalogue);
    }

    /** Every reason that occurs with how often, in the order in which reasons are asked. */
    public List<ReasonTotal> totals() {
        return run((customer, offer, reason, micros) -> {});
    }

    /**
     * Writes a line for every customer and offer that is not sent: {@code customer, offer, channel,
     * reason, value_forgone}; by customer, then offer, in the book's order.
     *
     * @param customers the ids, in the book's order
     * @param csv written over any older file; its bytes are on the disk at the end
     * @return the totals of what was written
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public List<ReasonTotal> write(IdColumn customers, Path csv) {
        try (NotSentFile file =
                new NotSentFile(csv, customers, plan.offers().offers(), catalogue)) {
            List<ReasonTotal> totals = run(file::line);
            file.finish();
            return totals;
        }
    }

    private List<ReasonTotal> run(Visitor visitor) {
        SendPlan sends = plan.sends();
        Tally tally = new Tally();
        int next = 0;
        for (int customer = 0; customer < plan.offers().customers(); customer++) {
            long sent = 0;
            while (next < sends.sends() && sends.customer()[next] == customer) {
                sent |= 1L << sends.offer()[next++];
            }
            visit(customer, sent, visitor, tally);
        }
        return tally.totals(catalogue);
    }

    private void visit(int customer, long sent, Visitor visitor, Tally tally) {
        verdicts.turnTo(customer, sent);
        for (int offer = 0; offer < plan.offers().offers().size(); offer++) {
            if ((sent >>> offer & 1) == 0) {
                int reason = verdicts.reason(offer);
                long micros = forgone.micros(offer, customer);
                tally.add(reason, micros);
                visitor.visit(customer, offer, reason, micros);
            }
        }
    }

    /** Told of every offer that is not sent. */
    interface Visitor {
        void visit(int customer, int offer, int reason, long forgoneMicros);
    }

    private static final class Tally {
        private long[] sends = new long[16];
        private long[] micros = new long[16];

        void add(int reason, long forgone) {
            if (reason >= sends.length) {
                sends = Arrays.copyOf(sends, 2 * reason);
                micros = Arrays.copyOf(micros, 2 * reason);
            }
            sends[reason]++;
            micros[reason] += forgone;
        }

        List<ReasonTotal> totals(Catalogue catalogue) {
            List<ReasonTotal> totals = new ArrayList<>();
            for (int reason = 0; reason < sends.length; reason++) {
                if (sends[reason] > 0) {
                    totals.add(
                            new ReasonTotal(catalogue.get(reason), sends[reason], micros[reason]));
                }
            }
            Comparator<ReasonTotal> asked =
                    Comparator.comparing((ReasonTotal total) -> total.reason().code());
            totals.sort(asked.thenComparing(total -> total.reason().rule()));
            return totals;
        }
    }
}
