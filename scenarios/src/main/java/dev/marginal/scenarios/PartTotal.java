package dev.marginal.scenarios;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.tables.Requires;
import java.util.Arrays;

/** What some of a plan's sends add up to. */
public final class PartTotal {
    private PartTotal() {}

    /**
     * The sum of a charge over the sends of these offers to these customers.
     *
     * @param charge {@link Charge#SENDS}, {@link Charge#COST} or {@link Charge#VALUE}
     * @return in sends, or in currency
     */
    public static double of(CampaignPlan plan, OfferSet offers, Segment where, Charge charge) {
        Requires.require(!charge.isMeasure(), "charge", charge, "sends, cost or value");
        OfferBook book = plan.offers();
        boolean[] meant = meant(book, where);
        SendPlan sends = plan.sends();
        long total = 0;
        for (int i = 0; i < sends.sends(); i++) {
            int customer = sends.customer()[i];
            int offer = sends.offer()[i];
            if (offers.contains(offer) && meant[customer]) {
                total += charged(book, offer, customer, charge);
            }
        }
        return charge.isMoney() ? (double) total / OfferBook.MICROS : total;
    }

    private static long charged(OfferBook book, int offer, int customer, Charge charge) {
        if (charge.equals(Charge.SENDS)) {
            return 1;
        }
        return charge.equals(Charge.COST)
                ? book.costMicros(offer, customer)
                : book.valueMicros(offer, customer);
    }

    private static boolean[] meant(OfferBook book, Segment where) {
        boolean[] meant = new boolean[book.customers()];
        if (where.isEveryone()) {
            Arrays.fill(meant, true);
            return meant;
        }
        Segmentation column =
                book.segmentations().stream()
                        .filter(one -> one.column().equals(where.column()))
                        .findFirst()
                        .orElseThrow();
        for (int customer = 0; customer < meant.length; customer++) {
            meant[customer] = where.values().contains(column.names().get(column.code()[customer]));
        }
        return meant;
    }
}
