package dev.marginal.benchmarks.families;

import dev.marginal.tables.Execution;

/** What customers get at a price of money: each the sends with the most value − price · cost. */
final class Demand {
    private static final int SAMPLED_BLOCKS = 16;
    private static final int HALVINGS = 40;

    private final Draws draws;
    private final int contacts;
    private final int segments;
    private final Blocks blocks;
    private final Execution execution;

    Demand(Draws draws, int contacts, int segments, Execution execution) {
        this.draws = draws;
        this.contacts = contacts;
        this.segments = segments;
        this.blocks = new Blocks(draws.value[0].length);
        this.execution = execution;
    }

    /** Of all customers. */
    Spending at(double price) {
        return at(price, 1);
    }

    /** The price at which a sample of the customers spends this share of what it would for free. */
    double priceOf(double share) {
        int stride = (blocks.count() + SAMPLED_BLOCKS - 1) / SAMPLED_BLOCKS;
        double goal = share * at(0, stride).total();
        double low = 0;
        double high = 1;
        while (at(high, stride).total() > goal) {
            high *= 2;
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            boolean tooMuch = at(middle, stride).total() > goal;
            low = tooMuch ? middle : low;
            high = tooMuch ? high : middle;
        }
        return high;
    }

    private Spending at(double price, int stride) {
        Spending all = Spending.none(draws.value.length, segments);
        blocks.forEach(stride, execution, block -> all.add(ofBlock(price, block)));
        return all;
    }

    private Spending ofBlock(double price, int block) {
        Spending spending = Spending.none(draws.value.length, segments);
        for (int customer = blocks.start(block); customer < blocks.end(block); customer++) {
            long taken = 0;
            for (int contact = 0; contact < contacts; contact++) {
                int offer = best(customer, price, taken);
                if (offer < 0) {
                    break;
                }
                taken |= 1L << offer;
                int segment = draws.segment.length == 0 ? 0 : draws.segment[customer];
                spending.add(offer, segment, draws.cost[offer][customer]);
            }
        }
        return spending;
    }

    private int best(int customer, double price, long taken) {
        int best = -1;
        double most = 0;
        for (int offer = 0; offer < draws.value.length; offer++) {
            double gain = draws.value[offer][customer] - price * draws.cost[offer][customer];
            if (gain > most && (taken >>> offer & 1) == 0) {
                most = gain;
                best = offer;
            }
        }
        return best;
    }
}
