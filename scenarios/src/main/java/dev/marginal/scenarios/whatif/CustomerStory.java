package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignOffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an answer decided for one customer, and on what. Money is in currency.
 *
 * @param baseline GMV expected without any send
 * @param offers in the campaign's order
 */
public record CustomerStory(double baseline, List<Offer> offers) {
    public CustomerStory {
        offers = List.copyOf(offers);
    }

    /**
     * One offer and its fate.
     *
     * @param uplift GMV that it adds
     * @param orderProbability of an order with it
     * @param open whether it may be sent to this customer at all; without, it has no value
     * @param value what the objective counts
     * @param charges what limits with a price charge it
     * @param reducedValue its value less these charges: above zero, it is worth its place
     * @param sent whether it is sent
     */
    public record Offer(
            dev.marginal.optimizer.Offer offer,
            double uplift,
            double orderProbability,
            boolean open,
            double value,
            double cost,
            List<Charged> charges,
            double reducedValue,
            boolean sent) {
        public Offer {
            charges = List.copyOf(charges);
        }
    }

    /** What one limit charges a send. */
    public record Charged(String limit, double amount) {}

    /**
     * The story of a customer.
     *
     * @param customer a row of the answer's book
     */
    public static CustomerStory of(Answer answer, int customer) {
        OfferBook book = answer.plan().offers();
        List<Offer> offers = new ArrayList<>();
        for (int offer = 0; offer < book.offers().size(); offer++) {
            offers.add(offer(answer, offer, customer));
        }
        return new CustomerStory(answer.plan().scores().baseline()[customer], offers);
    }

    private static Offer offer(Answer answer, int offer, int customer) {
        OfferBook book = answer.plan().offers();
        CampaignOffer own = answer.brief().file().offers().get(offer);
        int treatment = own.treatmentIn(answer.plan().scores());
        boolean open = book.allows(offer, customer);
        double value = open ? book.value()[offer][customer] : 0;
        List<Charged> charges =
                open ? charges(answer.plan().sends(), book, offer, customer) : List.of();
        double charged = charges.stream().mapToDouble(Charged::amount).sum();
        return new Offer(
                book.offers().get(offer),
                answer.plan().scores().uplift()[treatment][customer],
                answer.plan().scores().orderProbability()[treatment][customer],
                open,
                value,
                book.cost()[offer][customer],
                charges,
                value - charged,
                isSent(answer.plan().sends(), offer, customer));
    }

    private static List<Charged> charges(SendPlan plan, OfferBook book, int offer, int customer) {
        List<Charged> charges = new ArrayList<>();
        for (LimitUse use : plan.limits()) {
            double units =
                    use.binds()
                            ? PricedLimit.of(use.limit(), 0, use.price(), book)
                                    .use(book, 1L << offer, customer)
                            : 0;
            if (units != 0) {
                charges.add(new Charged(use.limit().name(), units * use.price()));
            }
        }
        return charges;
    }

    private static boolean isSent(SendPlan plan, int offer, int customer) {
        int at = Arrays.binarySearch(plan.customer(), customer);
        if (at < 0) {
            return false;
        }
        int first = at;
        while (first > 0 && plan.customer()[first - 1] == customer) {
            first--;
        }
        for (int i = first; i < plan.sends() && plan.customer()[i] == customer; i++) {
            if (plan.offer()[i] == offer) {
                return true;
            }
        }
        return false;
    }
}
