package dev.marginal.optimizer.whole;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.ortools.IntegerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** One column for each send that is neither certain nor impossible, one row for each limit. */
public final class WholeModel {
    private final Instance instance;
    private final Fixed fixed;
    private final IntegerModel model = new IntegerModel();
    private final List<int[]> sends = new ArrayList<>();
    private final int[][] columnOf;
    private long certainValue;

    public WholeModel(Instance instance, Fixed fixed) {
        this.instance = instance;
        this.fixed = fixed;
        int offers = instance.columns().offers();
        this.columnOf = new int[offers][instance.customers()];
        for (int customer = 0; customer < instance.customers(); customer++) {
            for (int offer = 0; offer < offers; offer++) {
                columnOf[offer][customer] = column(offer, customer);
            }
            addPersonal(customer);
        }
        for (int row = 0; row < instance.rows(); row++) {
            addShared(row);
        }
    }

    /** How many sends are open. */
    public int columns() {
        return sends.size();
    }

    /** Starts the search from a plan, one set per customer. */
    public void hint(IntToLongFunction sets) {
        for (int column = 0; column < sends.size(); column++) {
            int[] send = sends.get(column);
            model.hint(column, (sets.applyAsLong(send[1]) >>> send[0] & 1) != 0);
        }
    }

    /** The best plan and its proof, or that there is none. */
    public Answer solve(double effort, Deadline deadline) {
        IntegerAnswer answer = model.solve(effort, deadline);
        long[] sets = fixed.in().clone();
        for (int column = 0; column < sends.size(); column++) {
            if (answer.values()[column]) {
                sets[sends.get(column)[1]] |= 1L << sends.get(column)[0];
            }
        }
        boolean bounded = answer.bound() < Long.MAX_VALUE;
        long bound = bounded ? answer.bound() + certainValue : Long.MAX_VALUE;
        return new Answer(answer.proof(), sets, bound);
    }

    private int column(int offer, int customer) {
        boolean sent = (fixed.in()[customer] >>> offer & 1) != 0;
        if (sent) {
            certainValue += instance.columns().valueMicros(offer, customer);
        }
        boolean open =
                !sent
                        && (fixed.out()[customer] >>> offer & 1) == 0
                        && instance.book().allows(offer, customer)
                        && instance.personal().allows(offer);
        if (!open) {
            return -1;
        }
        sends.add(new int[] {offer, customer});
        return model.column(instance.columns().valueMicros(offer, customer));
    }

    private void addPersonal(int customer) {
        for (Limit limit : instance.limits()) {
            if (limit instanceof Limit.Personal personal) {
                Terms terms = new Terms();
                for (int offer = 0; offer < columnOf.length; offer++) {
                    if (limit.offers().contains(offer)) {
                        terms.add(offer, customer, 1);
                    }
                }
                if (terms.columns.size() > personal.most() - terms.certain) {
                    terms.row(0, personal.most());
                }
            }
        }
    }

    private void addShared(int row) {
        Terms terms = new Terms();
        for (int offer = 0; offer < columnOf.length; offer++) {
            if (instance.shared().get(row).offers().contains(offer)) {
                for (int customer = 0; customer < instance.customers(); customer++) {
                    terms.add(offer, customer, instance.charge(row, offer, customer));
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
        private long possible;

        void add(int offer, int customer, long charge) {
            if ((fixed.in()[customer] >>> offer & 1) != 0) {
                certain += charge;
            } else if (columnOf[offer][customer] >= 0) {
                columns.add(columnOf[offer][customer]);
                charges.add(charge);
                possible += charge;
            }
        }

        void row(long least, long most) {
            model.row(
                    Math.max(0, least - certain),
                    Math.max(-1, Math.min(possible, most - certain)),
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
