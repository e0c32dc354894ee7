package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A limit that compares two sums: value with cost, or some customers' sends or cost with
 * everyone's.
 *
 * @param kind what is compared
 * @param counted the part whose weight does not change
 * @param times the part that the ratio multiplies
 * @param stated the ratio as the rule gives it
 */
record Ratio(Kind kind, Limit.Part counted, Limit.Part times, double stated) {
    /** What is compared, and in which direction the ratio gives way. */
    enum Kind {
        ROI(100, -1),
        SHARE_AT_MOST(1_000, 1),
        SHARE_AT_LEAST(1_000, -1);

        /** A ratio is a whole number of steps, each one part of so many. */
        final int steps;

        /** 1 where a larger ratio makes room. */
        final int direction;

        Kind(int steps, int direction) {
            this.steps = steps;
            this.direction = direction;
        }
    }

    /** The ratio that a side of a limit states, if it does. */
    static Optional<Ratio> of(Limit.Shared side) {
        if (Side.amount(side) != 0 || side.parts().size() > 2) {
            return Optional.empty();
        }
        Limit.Part first = side.parts().get(0);
        Limit.Part last = side.parts().get(side.parts().size() - 1);
        if (last.charge().equals(Charge.VALUE) && last.weight() < 0 && side.hasCeiling()) {
            return roi(side, first, last);
        }
        boolean share =
                side.parts().size() == 2
                        && first.charge().equals(last.charge())
                        && (first.charge().equals(Charge.SENDS)
                                || first.charge().equals(Charge.COST))
                        && first.offers().equals(last.offers())
                        && first.weight() > 0
                        && last.weight() < 0
                        && last.where().isEveryone();
        if (!share) {
            return Optional.empty();
        }
        Kind kind = side.hasFloor() ? Kind.SHARE_AT_LEAST : Kind.SHARE_AT_MOST;
        return Optional.of(new Ratio(kind, first, last, ratio(last, first)));
    }

    private static Optional<Ratio> roi(Limit.Shared side, Limit.Part first, Limit.Part last) {
        if (side.parts().size() == 1) {
            Limit.Part cost = new Limit.Part(last.offers(), last.where(), Charge.COST, 0);
            return Optional.of(new Ratio(Kind.ROI, last, cost, 0));
        }
        boolean same = first.offers().equals(last.offers()) && first.where().equals(last.where());
        return Optional.of(new Ratio(Kind.ROI, last, first, ratio(first, last)))
                .filter(roi -> same && first.charge().equals(Charge.COST) && first.weight() > 0);
    }

    private static double ratio(Limit.Part over, Limit.Part under) {
        return Math.abs((double) over.weight() / under.weight());
    }

    /** The stated ratio in steps, rounded to where it makes room. */
    long stepsStated() {
        double exact = stated * kind.steps;
        return (long) (kind.direction > 0 ? Math.ceil(exact - 1e-9) : Math.floor(exact + 1e-9));
    }

    /** The ratio in steps that makes the most room. */
    long stepsLoosest() {
        return kind.direction > 0 ? kind.steps : 0;
    }

    /** The same side with this ratio in its place. */
    Limit.Shared with(Limit.Shared side, long ratio) {
        Stream<Limit.Part> parts =
                Stream.of(
                                weighted(counted, kind.steps * sign(counted)),
                                weighted(times, ratio * sign(times)))
                        .filter(part -> part.weight() != 0);
        return new Limit.Shared(side.name(), parts.toList(), side.least(), side.most());
    }

    private long sign(Limit.Part part) {
        boolean negative = part == counted ? kind == Kind.ROI : kind != Kind.ROI;
        return negative ? -1 : 1;
    }

    private static Limit.Part weighted(Limit.Part part, long weight) {
        return new Limit.Part(part.offers(), part.where(), part.charge(), weight);
    }
}
