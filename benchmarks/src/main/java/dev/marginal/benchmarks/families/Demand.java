package dev.marginal.benchmarks.families;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.Execution;

/** What customers get at a price of money: each the sends with the most value − price · cost. */
final class Demand {
    private final float[][] value;
    private final float[][] cost;
    private final int[] segment;
    private final int contacts;
    private final int segments;
    private final Blocks blocks;
    private final Execution execution;

    Demand(AllocationFamily family, OfferBook book, Blocks blocks, Execution execution) {
        this.value = book.value();
        this.cost = book.cost();
        this.segments = family.segmentBudgets() + 1;
        this.segment = segments == 1 ? new int[0] : book.segmentations().get(0).code();
        this.contacts = family.contacts();
        this.blocks = blocks;
        this.execution = execution;
    }

    /** Of those customers who are in every {@code stride}-th block of the campaign. */
    Spending at(double price, int stride) {
        Spending all = Spending.none(value.length, segments);
        blocks.forEach(stride, execution, block -> all.add(ofBlock(price, block)));
        return all;
    }

    private Spending ofBlock(double price, int block) {
        Spending spending = Spending.none(value.length, segments);
        for (int customer = blocks.start(block); customer < blocks.end(block); customer++) {
            long taken = 0;
            for (int contact = 0; contact < contacts; contact++) {
                int offer = best(customer, price, taken);
                if (offer < 0) {
                    break;
                }
                taken |= 1L << offer;
                spending.add(
                        offer, segment.length == 0 ? 0 : segment[customer], cost[offer][customer]);
            }
        }
        return spending;
    }

    private int best(int customer, double price, long taken) {
        int best = -1;
        double most = 0;
        for (int offer = 0; offer < value.length; offer++) {
            double gain = value[offer][customer] - price * cost[offer][customer];
            if (gain > most && (taken >>> offer & 1) == 0) {
                most = gain;
                best = offer;
            }
        }
        return best;
    }
}
