package dev.marginal.benchmarks.families;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.tables.Execution;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Consecutive customers of a family's campaign, which can be drawn anywhere: one after the other,
 * the parts are the campaign, whatever their number.
 *
 * @param number from 0 on
 * @param parts at most one for every 16,384 customers
 */
public record FamilyPart(AllocationFamily family, int number, int parts) implements Serializable {
    /** Its customers; the same for any number of threads. */
    public OfferBook book(Execution execution) {
        Draws draws = new Draws(Recipe.of(family), blocks());
        draws.fill(execution);
        return new OfferBook(offers(), draws.value, draws.cost, segments(draws), List.of());
    }

    /**
     * What its customers get if nothing but a price of money holds them back.
     *
     * @param book of this part
     * @param stride of the campaign's blocks, every so many are looked at
     */
    public Spending spending(OfferBook book, double price, int stride, Execution execution) {
        return new Demand(family, book, blocks(), execution).at(price, stride);
    }

    private Blocks blocks() {
        return Blocks.of(family.customers()).part(number, parts);
    }

    private List<Offer> offers() {
        int channels = family.channelCaps() + 1;
        return IntStream.range(0, family.offers())
                .mapToObj(offer -> new Offer("offer_" + offer, channel(offer % channels)))
                .toList();
    }

    private List<Segmentation> segments(Draws draws) {
        if (family.segmentBudgets() == 0) {
            return List.of();
        }
        Stream<String> limited =
                IntStream.range(0, family.segmentBudgets()).mapToObj(FamilyPart::segment);
        List<String> names = Stream.concat(limited, Stream.of("rest")).toList();
        return List.of(new Segmentation("segment", names, draws.segment));
    }

    static String channel(int number) {
        return "channel_" + number;
    }

    static String segment(int number) {
        return "s" + number;
    }
}
