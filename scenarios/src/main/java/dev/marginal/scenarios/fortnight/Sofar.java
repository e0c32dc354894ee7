package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.Scope;
import dev.marginal.scenarios.days.CapAhead;
import dev.marginal.scenarios.days.DaysAhead;
import dev.marginal.scenarios.days.Pacing;
import java.util.Arrays;
import java.util.List;

/** What was sent and spent on the days of a fortnight before today. */
final class Sofar {
    private static final int NOTHING = -1;

    private final PlantedFortnight world;
    private final byte[][] sent;
    private final long[] sends;
    private final double[] spent;

    Sofar(PlantedFortnight world) {
        this.world = world;
        this.sent = new byte[PlantedFortnight.DAYS][world.customers()];
        this.sends = new long[world.campaigns().size()];
        this.spent = new double[sends.length];
        for (byte[] day : sent) {
            Arrays.fill(day, (byte) NOTHING);
        }
    }

    void send(int day, int customer, int message) {
        sent[day][customer] = (byte) message;
        sends[message]++;
        spent[message] += world.campaigns().get(message).cost();
    }

    /** The number of the message that a customer got on a day, or −1. */
    int sent(int day, int customer) {
        return sent[day][customer];
    }

    double spent(int message) {
        return spent[message];
    }

    /** What is left of a campaign's budget. */
    double left(int message) {
        return Pacing.left(world.budgets().get(message).left(), spent[message]);
    }

    /**
     * How many more contacts the week that ends on {@code day} leaves, for all sent before today.
     */
    int left(int today, int day, int customer) {
        int left = world.weekly();
        for (int past = Math.max(0, day - PlantedFortnight.WEEK + 1); past < today; past++) {
            left -= sent[past][customer] == NOTHING ? 0 : 1;
        }
        return left;
    }

    /** The weekly cap as today and the days ahead see it. */
    CapAhead weekly(int today, List<DaysAhead> ahead) {
        byte[][] left = new byte[ahead.size() + 1][world.customers()];
        for (int block = 0; block < left.length; block++) {
            int day = today + (block == 0 ? 0 : ahead.get(block - 1).last());
            for (int customer = 0; customer < world.customers(); customer++) {
                left[block][customer] = (byte) left(today, day, customer);
            }
        }
        return new CapAhead("weekly", Scope.ANY, world.weekly(), PlantedFortnight.WEEK, left);
    }
}
