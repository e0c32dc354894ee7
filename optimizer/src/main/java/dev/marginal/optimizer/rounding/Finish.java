package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.core.Twins;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.ortools.IntegerModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Decides a few customers anew and together, by CP-SAT in whole micro-units, with what everyone
 * else leaves of the limits.
 */
final class Finish {
    private static final double EFFORT = 1;

    private final Draft draft;
    private final Instance instance;
    private final List<Twins> pool;
    private final IntegerModel model = new IntegerModel();
    private final List<List<Integer>> columnsOf = new ArrayList<>();
    private final List<List<Long>> growthOf = new ArrayList<>();

    /**
     * @param pool single customers with the sets they could get
     */
    Finish(Draft draft, List<Twins> pool) {
        this.draft = draft;
        this.instance = draft.instance();
        this.pool = pool;
        for (int row = 0; row < instance.rows(); row++) {
            columnsOf.add(new ArrayList<>());
            growthOf.add(new ArrayList<>());
        }
    }

    /** Takes CP-SAT's answer, which is never worse than what the draft has. */
    void improve(Deadline deadline) {
        pool.forEach(this::addCustomer);
        for (int row = 0; row < instance.rows(); row++) {
            addRoom(row);
        }
        IntegerAnswer answer = model.solve(EFFORT, deadline);
        if (!answer.found()) {
            return;
        }
        int column = 0;
        for (Twins customer : pool) {
            for (long set : sets(customer)) {
                if (answer.values()[column++] == 1) {
                    draft.give(customer.customers()[0], set);
                }
            }
        }
    }

    private void addCustomer(Twins twins) {
        int customer = twins.customers()[0];
        long[] sets = sets(twins);
        int[] options = new int[sets.length];
        long[] growth = new long[instance.rows()];
        for (int option = 0; option < options.length; option++) {
            long set = sets[option];
            options[option] = model.column(draft.gain(customer, set), 1);
            model.hint(options[option], option == 0 ? 1 : 0);
            draft.growth(customer, set, growth);
            for (int row = 0; row < growth.length; row++) {
                if (growth[row] != 0) {
                    columnsOf.get(row).add(options[option]);
                    growthOf.get(row).add(growth[row]);
                }
            }
        }
        long[] ones = new long[options.length];
        Arrays.fill(ones, 1);
        model.row(1, 1, options, ones);
    }

    /** The set that the customer has comes first. */
    private long[] sets(Twins customer) {
        long has = draft.set(customer.customers()[0]);
        return LongStream.concat(LongStream.of(has), LongStream.of(customer.sets()))
                .distinct()
                .toArray();
    }

    /** How far the row's use may grow or shrink from where it is. */
    private void addRoom(int row) {
        long high =
                instance.hasCeiling(row)
                        ? instance.most(row) - draft.use(row)
                        : IntegerModel.UNLIMITED;
        long low =
                instance.hasFloor(row)
                        ? instance.least(row) - draft.use(row)
                        : -IntegerModel.UNLIMITED;
        model.row(
                low,
                high,
                columnsOf.get(row).stream().mapToInt(Integer::intValue).toArray(),
                growthOf.get(row).stream().mapToLong(Long::longValue).toArray());
    }
}
