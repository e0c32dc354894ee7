package dev.marginal.optimizer.conflict;

import static dev.marginal.optimizer.conflict.Words.say;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.kernel.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what each limit of a conflict asks for, with numbers; many of a kind in one sentence. */
final class Wording {
    private static final int MOST_SENTENCES = 8;
    private static final int MOST_LISTED = 12;

    private final Instance fight;
    private final Together together;
    private final List<Limit.Shared> floors;
    private final List<Limit.Shared> ceilings;
    private final List<Limit> personal;

    Wording(Instance fight, Together together) {
        this.fight = fight;
        this.together = together;
        this.floors = fight.shared().stream().filter(Limit.Shared::hasFloor).toList();
        this.ceilings = fight.shared().stream().filter(Limit.Shared::hasCeiling).toList();
        this.personal = fight.limits().stream().filter(Limit.Personal.class::isInstance).toList();
    }

    List<String> sentences() {
        boolean many = fight.limits().size() > MOST_SENTENCES;
        List<String> sentences = new ArrayList<>();
        if (many && floors.size() > 2) {
            sentences.add(listed(floors, "%,d limits need at least: %s"));
        } else {
            floors.forEach(floor -> sentences.add(floor(floor)));
        }
        if (many && ceilings.size() > 2) {
            sentences.add(listed(ceilings, "%,d limits allow at most: %s"));
        } else {
            ceilings.forEach(ceiling -> sentences.add(ceiling(ceiling)));
        }
        personal.forEach(limit -> sentences.add(personal((Limit.Personal) limit)));
        addReason(sentences);
        return sentences;
    }

    private void addReason(List<String> sentences) {
        if (ceilings.isEmpty()) {
            floors.forEach(floor -> sentences.add(reach(floor)));
        } else if (floors.size() == 1 && ceilings.size() > 1 && plainSends(floors.get(0))) {
            Limit.Shared floor = floors.get(0);
            together.roomFor(floor)
                    .ifPresent(
                            most ->
                                    sentences.add(
                                            say(
                                                    "together they leave room for at most %s%s",
                                                    Words.amount(floor, most), what(floor))));
        }
    }

    private static boolean plainSends(Limit.Shared floor) {
        return CheapestSends.countsSends(floor);
    }

    private static String floor(Limit.Shared floor) {
        return isComparison(floor)
                ? stated(floor)
                : say(
                        "%s needs at least %s",
                        Words.subject(floor), Words.amount(floor, floor.least()));
    }

    private String ceiling(Limit.Shared ceiling) {
        if (isComparison(ceiling)) {
            return stated(ceiling);
        }
        String allows =
                say(
                        "%s allows at most %s",
                        Words.subject(ceiling), Words.amount(ceiling, ceiling.most()));
        boolean explain = floors.size() == 1 && ceilings.size() == 1;
        return explain ? allows + cheapest(floors.get(0), ceiling) : allows;
    }

    private static String stated(Limit.Shared limit) {
        return limit.name() + " has to be kept";
    }

    /** Whether the limit compares sums, so that its name says more than its amount. */
    private static boolean isComparison(Limit.Shared limit) {
        return !limit.isPlain();
    }

    private String cheapest(Limit.Shared floor, Limit.Shared ceiling) {
        boolean comparable =
                plainSends(floor) && ceiling.isPlain() && ceiling.charge().equals(Charge.COST);
        if (!comparable) {
            return "";
        }
        long cost =
                CheapestSends.of(
                                fight,
                                fight.shared().indexOf(floor),
                                fight.shared().indexOf(ceiling))
                        .cheapest(floor.least());
        return cost <= ceiling.most()
                ? ""
                : say(
                        ", the cheapest %,d sends%s cost %s",
                        floor.least(), what(floor), Words.money(cost));
    }

    private String personal(Limit.Personal limit) {
        return say(
                "%s: at most %,d of %s to one customer%s",
                limit.name(), limit.most(), offers(limit.offers(), ", "), Words.who(limit.where()));
    }

    private String reach(Limit.Shared floor) {
        Segment where = floor.parts().get(0).where();
        int row = fight.shared().indexOf(floor);
        return say(
                "%,d of %,d customers%s may get %s",
                count(customer -> mayGet(row, customer)),
                count(customer -> fight.isIn(customer, where)),
                Words.who(where),
                offers(floor.offers(), " or "));
    }

    private long count(IntPredicate wanted) {
        return IntStream.range(0, fight.customers()).filter(wanted).count();
    }

    private boolean mayGet(int row, int customer) {
        return IntStream.range(0, fight.columns().offers())
                .anyMatch(
                        offer ->
                                fight.columns().allows(offer, customer)
                                        && fight.personal(customer).allows(offer)
                                        && fight.charge(row, offer, customer) != 0);
    }

    /** Of which offers, to which customers; nothing for any send. */
    private String what(Limit.Shared limit) {
        Segment where = limit.parts().get(0).where();
        boolean any = limit.offers().size() == fight.columns().offers();
        String of = any ? "" : " of " + offers(limit.offers(), " or ");
        return of + (where.isEveryone() ? "" : " to customers" + Words.who(where));
    }

    private static String listed(List<Limit.Shared> limits, String words) {
        Function<Limit.Shared, String> one =
                limit ->
                        isComparison(limit)
                                ? limit.name()
                                : Words.subject(limit)
                                        + " "
                                        + Words.number(limit, Side.amount(limit));
        String first =
                limits.stream().limit(MOST_LISTED).map(one).collect(Collectors.joining("; "));
        int more = limits.size() - MOST_LISTED;
        return say(words, limits.size(), more > 0 ? say("%s; and %,d more", first, more) : first);
    }

    private String offers(OfferSet offers, String between) {
        return Words.offers(offers, fight.book().offers(), between);
    }
}
