package dev.marginal.scenarios.reasons;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.scenarios.NotSent.Code;
import java.util.List;
import java.util.function.IntPredicate;

/** Which personal limits leave no room for one more offer; −1 where none does. */
final class PersonalRoom {
    private final List<Limit.Personal> limits;
    private final List<IntPredicate> members;
    private final int[] shut;
    private final int[] better;

    PersonalRoom(Instance instance, Catalogue catalogue) {
        this.limits =
                instance.limits().stream()
                        .filter(Limit.Personal.class::isInstance)
                        .map(Limit.Personal.class::cast)
                        .toList();
        this.members =
                limits.stream()
                        .map(limit -> limit.where().members(instance.book().segmentations()))
                        .toList();
        this.shut =
                limits.stream()
                        .mapToInt(limit -> catalogue.number(Code.CAP, name(limit)))
                        .toArray();
        this.better =
                limits.stream()
                        .mapToInt(limit -> catalogue.number(Code.BETTER_CHOSEN, name(limit)))
                        .toArray();
    }

    /** The reason that a limit gives which allows the customer none at all. */
    int shut(int offer, int customer) {
        for (int l = 0; l < shut.length; l++) {
            if (limits.get(l).most() == 0 && holds(l, offer, customer)) {
                return shut[l];
            }
        }
        return -1;
    }

    /** The reason that the first full limit gives. */
    int full(int offer, int customer, long sent) {
        for (int l = 0; l < better.length; l++) {
            if (isFull(l, offer, customer, sent)) {
                return better[l];
            }
        }
        return -1;
    }

    /** The same for limits that are full of offers which are worth as much or more. */
    int fullOfBetter(int offer, int customer, long sent, double[] reduced) {
        for (int l = 0; l < better.length; l++) {
            if (isFull(l, offer, customer, sent)
                    && leastWorth(sent & limits.get(l).offers().bits(), reduced)
                            >= reduced[offer]) {
                return better[l];
            }
        }
        return -1;
    }

    /** A cap's own name, whatever it leaves. */
    private static String name(Limit.Personal limit) {
        return limit.where().isEveryone()
                ? limit.name()
                : limit.name().replaceFirst(", \\d+ left$", "");
    }

    private boolean holds(int limit, int offer, int customer) {
        return limits.get(limit).offers().contains(offer) && members.get(limit).test(customer);
    }

    private boolean isFull(int limit, int offer, int customer, long sent) {
        return holds(limit, offer, customer)
                && Long.bitCount(sent & limits.get(limit).offers().bits())
                        >= limits.get(limit).most();
    }

    private static double leastWorth(long offers, double[] reduced) {
        double least = Double.POSITIVE_INFINITY;
        for (long left = offers; left != 0; left &= left - 1) {
            least = Math.min(least, reduced[Long.numberOfTrailingZeros(left)]);
        }
        return least;
    }
}
