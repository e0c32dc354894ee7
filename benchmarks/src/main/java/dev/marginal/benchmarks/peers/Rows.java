package dev.marginal.benchmarks.peers;

import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.checking.Members;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A campaign as a solver of linear models reads it: option {@code customer · offers + offer} is
 * column of the same number, between 0 and 1; amounts are whole micro-units and sends.
 *
 * @param offers how many per customer
 * @param worth {@code [option]} in micro-units
 * @param shared a row per shared limit
 * @param contacts most sends to any one customer
 */
record Rows(int offers, long[] worth, List<Row> shared, int contacts) {
    /**
     * A shared limit: {@code Σ amount · x ≤ most}.
     *
     * @param money whether amounts are micro-units; they are sends otherwise
     */
    record Row(String name, int[] option, long[] amount, long most, boolean money) {
        /** What makes currency of micro-units; nothing for sends. */
        double unit() {
            return money ? 1.0 / OfferBook.MICROS : 1;
        }
    }

    static Rows of(AllocationProblem problem) {
        OfferBook book = problem.book();
        List<Row> shared = new ArrayList<>();
        int contacts = book.offers().size();
        for (Limit limit : problem.limits()) {
            if (limit instanceof Limit.Shared one) {
                shared.add(row(one, book));
            } else if (limit instanceof Limit.Personal one) {
                contacts = Math.min(contacts, contacts(one));
            }
        }
        return new Rows(book.offers().size(), worth(book), shared, contacts);
    }

    private static int contacts(Limit.Personal limit) {
        if (!limit.where().isEveryone()) {
            throw new IllegalArgumentException("No peer is told of limits like " + limit.name());
        }
        return limit.most();
    }

    int customers() {
        return worth.length / offers;
    }

    int[] optionsOf(int customer) {
        int[] options = new int[offers];
        Arrays.setAll(options, offer -> customer * offers + offer);
        return options;
    }

    private static long[] worth(OfferBook book) {
        int offers = book.offers().size();
        long[] worth = new long[Math.multiplyExact(book.customers(), offers)];
        Arrays.setAll(worth, option -> book.valueMicros(option % offers, option / offers));
        return worth;
    }

    private static Row row(Limit.Shared limit, OfferBook book) {
        if (!limit.isPlain() || limit.hasFloor() || limit.charge().equals(Charge.VALUE)) {
            throw new IllegalArgumentException("No peer is told of limits like " + limit.name());
        }
        Limit.Part part = limit.parts().get(0);
        boolean money = part.charge().equals(Charge.COST);
        Members members = Members.of(part.where(), book);
        int offers = book.offers().size();
        int[] option = new int[Math.multiplyExact(book.customers(), offers)];
        long[] amount = new long[option.length];
        int count = 0;
        for (int i = 0; i < option.length; i++) {
            int offer = i % offers;
            if (part.offers().contains(offer) && members.include(i / offers)) {
                option[count] = i;
                amount[count++] = money ? book.costMicros(offer, i / offers) : 1;
            }
        }
        return new Row(
                limit.name(),
                Arrays.copyOf(option, count),
                Arrays.copyOf(amount, count),
                limit.most(),
                money);
    }
}
