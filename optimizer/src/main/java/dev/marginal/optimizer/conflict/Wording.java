package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.kernel.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what each limit of a conflict asks for, with numbers. */
final class Wording {
    private final Instance fight;
    private final List<Limit.Shared> floors;
    private final List<Limit.Shared> ceilings;

    Wording(Instance fight) {
        this.fight = fight;
        this.floors = fight.shared().stream().filter(Limit.Shared::hasFloor).toList();
        this.ceilings = fight.shared().stream().filter(Limit.Shared::hasCeiling).toList();
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        floors.forEach(floor -> sentences.add(floor(floor)));
        ceilings.forEach(ceiling -> sentences.add(ceiling(ceiling)));
        fight.limits().forEach(limit -> addPersonal(limit, sentences));
        if (ceilings.isEmpty()) {
            floors.forEach(floor -> sentences.add(reach(floor)));
        }
        return sentences;
    }

    private static String say(String words, Object... arguments) {
        return String.format(Locale.ROOT, words, arguments);
    }

    private static String floor(Limit.Shared floor) {
        return say("%s needs at least %s", subject(floor), amount(floor, floor.least()));
    }

    private String ceiling(Limit.Shared ceiling) {
        String allows =
                say("%s allows at most %s", subject(ceiling), amount(ceiling, ceiling.most()));
        boolean explain =
                ceiling.isPlain() && ceiling.charge().equals(Charge.COST) && floors.size() == 1;
        return explain ? allows + cheapest(floors.get(0), ceiling) : allows;
    }

    private String cheapest(Limit.Shared floor, Limit.Shared ceiling) {
        if (!CheapestSends.countsSends(floor)) {
            return "";
        }
        long cost =
                CheapestSends.of(
                                fight,
                                fight.shared().indexOf(floor),
                                fight.shared().indexOf(ceiling))
                        .cheapest(floor.least());
        return say(
                ", the cheapest %,d sends of %s cost %s",
                floor.least(), offers(floor.offers(), " or "), money(cost));
    }

    private void addPersonal(Limit limit, List<String> sentences) {
        if (limit instanceof Limit.Personal personal) {
            sentences.add(
                    say(
                            "%s: at most %,d of %s to one customer",
                            limit.name(), personal.most(), offers(limit.offers(), ", ")));
        }
    }

    private String reach(Limit.Shared floor) {
        long able =
                IntStream.range(0, fight.customers())
                        .filter(customer -> mayGet(floor, customer))
                        .count();
        return say(
                "%,d of %,d customers may get %s",
                able, fight.customers(), offers(floor.offers(), " or "));
    }

    private boolean mayGet(Limit.Shared floor, int customer) {
        int row = fight.shared().indexOf(floor);
        return IntStream.range(0, fight.columns().offers())
                .anyMatch(
                        offer ->
                                fight.columns().allows(offer, customer)
                                        && fight.charge(row, offer, customer) != 0);
    }

    /** A limit's name without the measure that its amount repeats. */
    private static String subject(Limit limit) {
        return limit.name().replaceFirst(", (sends|spend)$", "");
    }

    private static String amount(Limit.Shared limit, long amount) {
        return limit.countsSends() ? say("%,d sends", amount) : money(amount);
    }

    /** To the cent, unless the cents hide something. */
    private static String money(long micros) {
        String digits = micros % 10_000 == 0 ? "%,.2f" : "%,.6f";
        return say(digits, (double) micros / OfferBook.MICROS);
    }

    private String offers(OfferSet offers, String between) {
        return IntStream.range(0, fight.columns().offers())
                .filter(offers::contains)
                .mapToObj(offer -> fight.book().offers().get(offer).id())
                .collect(Collectors.joining(between));
    }
}
