package dev.marginal.optimizer.whole;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Grouping;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.PersonalLimits;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.ortools.IntegerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * How many of each group of equal customers get each offer: one column for each offer and group
 * that is neither certain nor impossible, one row for each limit.
 *
 * <p>Counts stand for sets where personal limits are nested or disjoint: deal the sends of a group
 * out in turn, the offers of every limit standing together, and a limit of r for each of n
 * customers that n·r sends keep is kept by everyone. Where limits cross, every customer is a group.
 */
public final class WholeModel {
    private final Instance instance;
    private final Fixed fixed;
    private final List<int[]> groups;
    private final int[][] columnOf;
    private final IntegerModel model = new IntegerModel();
    private long certainValue;

    public WholeModel(Instance instance, Fixed fixed) {
        this.instance = instance;
        this.fixed = fixed;
        this.groups =
                instance.families().laminar()
                        ? Grouping.of(
                                        instance.columns(),
                                        IntStream.range(0, instance.customers()).toArray())
                                .groups()
                        : Grouping.apart(instance.columns()).groups();
        this.columnOf = new int[instance.columns().offers()][groups.size()];
        for (int group = 0; group < groups.size(); group++) {
            for (int offer = 0; offer < columnOf.length; offer++) {
                columnOf[offer][group] = column(offer, group);
            }
            addPersonal(group);
        }
        for (int row = 0; row < instance.rows(); row++) {
            addShared(row);
        }
    }

    /** Starts the search from a plan, one set per customer. */
    public void hint(IntToLongFunction sets) {
        for (int offer = 0; offer < columnOf.length; offer++) {
            for (int group = 0; group < groups.size(); group++) {
                if (columnOf[offer][group] >= 0) {
                    int bit = offer;
                    long sends =
                            IntStream.of(groups.get(group))
                                    .mapToLong(customer -> sets.applyAsLong(customer) >>> bit & 1)
                                    .sum();
                    model.hint(columnOf[offer][group], sends);
                }
            }
        }
    }

    /** The best plan and its proof, or that there is none. */
    public Answer solve(double effort, Deadline deadline) {
        IntegerAnswer answer = model.prove(effort, deadline);
        long[] sets = new long[instance.customers()];
        for (int group = 0; group < groups.size(); group++) {
            deal(group, answer.values(), sets);
        }
        boolean bounded = answer.bound() < Long.MAX_VALUE;
        long bound = bounded ? answer.bound() + certainValue : Long.MAX_VALUE;
        return new Answer(answer.proof(), sets, bound);
    }

    private void deal(int group, long[] values, long[] sets) {
        int[] customers = groups.get(group);
        int[] order = instance.personal(customers[0]).together();
        int next = 0;
        for (int offer : order) {
            int column = columnOf[offer][group];
            long sends = column < 0 ? certain(offer, group) : values[column];
            for (; sends > 0; sends--) {
                sets[customers[next]] |= 1L << offer;
                next = (next + 1) % customers.length;
            }
        }
    }

    private int column(int offer, int group) {
        int[] customers = groups.get(group);
        long value = instance.columns().valueMicros(offer, customers[0]);
        if (certain(offer, group) > 0) {
            certainValue += value * customers.length;
            return -1;
        }
        boolean open =
                (fixed.out()[customers[0]] >>> offer & 1) == 0
                        && instance.book().allows(offer, customers[0])
                        && instance.personal(customers[0]).allows(offer);
        return open ? model.column(value, customers.length) : -1;
    }

    /** How many of the group get the offer for certain: all or none. */
    private long certain(int offer, int group) {
        int[] customers = groups.get(group);
        return (fixed.in()[customers[0]] >>> offer & 1) * customers.length;
    }

    private void addPersonal(int group) {
        int[] customers = groups.get(group);
        PersonalLimits personal = instance.personal(customers[0]);
        for (int limit = 0; limit < personal.count(); limit++) {
            Terms terms = new Terms();
            for (int offer = 0; offer < columnOf.length; offer++) {
                if ((personal.mask(limit) >>> offer & 1) != 0) {
                    terms.add(offer, group, 1);
                }
            }
            terms.row(0, (long) personal.most(limit) * customers.length);
        }
    }

    private void addShared(int row) {
        Terms terms = new Terms();
        for (int offer = 0; offer < columnOf.length; offer++) {
            if (instance.shared().get(row).offers().contains(offer)) {
                for (int group = 0; group < groups.size(); group++) {
                    int customer = groups.get(group)[0];
                    if (instance.columns().allows(offer, customer)) {
                        terms.add(offer, group, instance.charge(row, offer, customer));
                    }
                }
            }
        }
        terms.row(instance.least(row), instance.most(row));
    }

    /** A row being collected. */
    private final class Terms {
        private final List<Integer> columns = new ArrayList<>();
        private final List<Long> charges = new ArrayList<>();
        private long certain;
        private long highest;
        private long lowest;

        void add(int offer, int group, long charge) {
            certain += charge * certain(offer, group);
            if (columnOf[offer][group] >= 0 && charge != 0) {
                columns.add(columnOf[offer][group]);
                charges.add(charge);
                long all = charge * groups.get(group).length;
                highest += Math.max(0, all);
                lowest += Math.min(0, all);
            }
        }

        void row(long least, long most) {
            boolean kept =
                    (least == Limit.Shared.NO_FLOOR || least <= certain + lowest)
                            && (most == Limit.Shared.UNLIMITED || most >= certain + highest);
            if (kept) {
                return;
            }
            long low = least == Limit.Shared.NO_FLOOR ? lowest : Math.max(lowest, least - certain);
            long high =
                    most == Limit.Shared.UNLIMITED
                            ? highest
                            : Math.max(lowest - 1, Math.min(highest, most - certain));
            model.row(
                    low,
                    high,
                    columns.stream().mapToInt(Integer::intValue).toArray(),
                    charges.stream().mapToLong(Long::longValue).toArray());
        }
    }

    /**
     * How the search ended.
     *
     * @param sets one per customer; the certain sends alone where nothing was found
     * @param bound in micro-units
     */
    public record Answer(IntegerAnswer.Proof proof, long[] sets, long bound) {
        /** Whether the sets keep every limit. */
        public boolean found() {
            return proof == IntegerAnswer.Proof.OPTIMAL || proof == IntegerAnswer.Proof.FOUND;
        }
    }
}
