package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.Gates;
import java.util.ArrayList;
import java.util.List;

/**
 * What a day leaves open to a campaign, by the customers of its audience.
 *
 * @param gates which offers may not be sent to whom, and why
 * @param columns what is left of contact caps
 * @param rules that speak of these columns
 * @param pins sends that were drawn, not chosen
 */
public record OpenDay(Gates gates, List<Segmentation> columns, List<Rule> rules, Pins pins) {
    public OpenDay {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    /** The same book without the offers whose gates are closed, and with the day's columns. */
    public OfferBook open(OfferBook book) {
        float[][] value = new float[book.offers().size()][];
        for (int offer = 0; offer < value.length; offer++) {
            value[offer] = book.value()[offer].clone();
            for (int customer = 0; customer < value[offer].length; customer++) {
                if (!gates.isOpen(offer, customer)) {
                    value[offer][customer] = Float.NaN;
                }
            }
        }
        List<Segmentation> all = new ArrayList<>(book.segmentations());
        all.addAll(columns);
        return new OfferBook(book.offers(), value, book.cost(), all, book.measures());
    }
}
