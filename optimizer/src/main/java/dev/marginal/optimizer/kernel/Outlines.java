package dev.marginal.optimizer.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * How far worths, costs and values reach within each {@link Stretch} of customers, at an anchor's
 * prices, in micro-units: enough to tell of all of a stretch at once that they keep their choice
 * ({@link Staying}). The place of an offer in a stretch is {@code stretch · offers + offer}.
 *
 * @param rates at the anchor
 * @param offers how many
 * @param low the least that a send is worth to any of them, to whom it is open
 * @param high the most
 * @param cheapest the least that a send costs
 * @param dearest the most
 * @param largest the largest value of a send, whatever its sign
 * @param lead {@code [stretch]}: what any offer of anybody's set is worth more than any other offer
 *     to the same customer, at the least; meaningless where the set is empty
 */
record Outlines(
        Rates rates,
        int offers,
        double[] low,
        double[] high,
        double[] cheapest,
        double[] dearest,
        double[] largest,
        double[] lead) {
    /** Of customers side by side; only stretches of one cell are told of. */
    static Outlines of(Alike alike, Rates rates, Workers workers) {
        List<Stretch> stretches = alike.stretches();
        int offers = alike.value().length;
        int places = stretches.size() * offers;
        Outlines outlines =
                new Outlines(
                        rates,
                        offers,
                        filled(places, Double.POSITIVE_INFINITY),
                        filled(places, Double.NEGATIVE_INFINITY),
                        filled(places, Double.POSITIVE_INFINITY),
                        new double[places],
                        new double[places],
                        filled(stretches.size(), Double.NEGATIVE_INFINITY));
        workers.forEach(
                stretches.size(),
                number -> {
                    if (stretches.get(number).isOfOneCell()) {
                        outlines.draw(number, stretches.get(number), alike);
                    }
                });
        return outlines;
    }

    private static double[] filled(int places, double with) {
        double[] filled = new double[places];
        Arrays.fill(filled, with);
        return filled;
    }

    private void draw(int number, Stretch stretch, Alike alike) {
        double[] worst = filled(stretch.size(), Double.POSITIVE_INFINITY);
        double[] best = filled(stretch.size(), Double.NEGATIVE_INFINITY);
        for (int offer = 0; offer < offers; offer++) {
            boolean chosen = (stretch.set() >>> offer & 1) != 0;
            draw(number * offers + offer, offer, stretch, alike, chosen ? worst : best, chosen);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < worst.length; i++) {
            least = Math.min(least, worst[i] - best[i]);
        }
        lead[number] = least;
    }

    private void draw(
            int at, int offer, Stretch stretch, Alike alike, double[] into, boolean chosen) {
        double alpha = rates.alpha()[offer][stretch.cell()];
        double beta = rates.beta()[offer][stretch.cell()];
        double gamma = rates.gamma()[offer][stretch.cell()];
        for (int i = 0; i < into.length; i++) {
            int place = stretch.from() + i;
            if (alike.value()[offer][place] == Alike.NEVER) {
                continue;
            }
            double value = alike.valueMicros(offer, place);
            double cost = alike.costMicros(offer, place);
            double worth = alpha * value - beta * cost - gamma;
            low[at] = Math.min(low[at], worth);
            high[at] = Math.max(high[at], worth);
            cheapest[at] = Math.min(cheapest[at], cost);
            dearest[at] = Math.max(dearest[at], cost);
            largest[at] = Math.max(largest[at], Math.abs(value));
            into[i] = chosen ? Math.min(into[i], worth) : Math.max(into[i], worth);
        }
        cheapest[at] = Math.min(cheapest[at], dearest[at]);
    }
}
