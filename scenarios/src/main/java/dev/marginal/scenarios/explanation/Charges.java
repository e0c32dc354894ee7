package dev.marginal.scenarios.explanation;

import dev.marginal.scenarios.audit.CustomerFacts;
import java.util.ArrayList;
import java.util.List;

/** What limits charge one customer's offers at prices. */
record Charges(List<CustomerFacts.Offer> offers, List<CustomerFacts.Limit> limits) {
    /** The plan's prices. */
    double[] prices() {
        return limits.stream().mapToDouble(CustomerFacts.Limit::price).toArray();
    }

    /** What every offer is worth after these prices. */
    double[] worth(double[] prices) {
        double[] worth = new double[offers.size()];
        for (int offer = 0; offer < worth.length; offer++) {
            Explanation.Rates rates = rates(offer, prices);
            CustomerFacts.Offer one = offers.get(offer);
            worth[offer] = rates.alpha() * one.value() - rates.beta() * one.cost() - rates.gamma();
        }
        return worth;
    }

    Explanation.Rates rates(int offer, double[] prices) {
        double alpha = 1;
        double beta = 0;
        double gamma = 0;
        for (int limit = 0; limit < prices.length; limit++) {
            alpha -= prices[limit] * limits.get(limit).ofValue()[offer];
            beta += prices[limit] * limits.get(limit).ofCost()[offer];
            gamma += prices[limit] * limits.get(limit).perSend()[offer];
        }
        return new Explanation.Rates(alpha, beta, gamma);
    }

    /** How many units of a limit one send uses. */
    double uses(int limit, int offer) {
        CustomerFacts.Limit line = limits.get(limit);
        CustomerFacts.Offer one = offers.get(offer);
        return line.ofValue()[offer] * one.value()
                + line.ofCost()[offer] * one.cost()
                + line.perSend()[offer];
    }

    /** Those of limits that have a price. */
    List<Explanation.Charge> of(int offer) {
        List<Explanation.Charge> charges = new ArrayList<>();
        for (int limit = 0; limit < limits.size(); limit++) {
            double uses = uses(limit, offer);
            double price = limits.get(limit).price();
            if (uses != 0 && price != 0) {
                charges.add(new Explanation.Charge(limits.get(limit).limit(), uses, uses * price));
            }
        }
        return charges;
    }
}
