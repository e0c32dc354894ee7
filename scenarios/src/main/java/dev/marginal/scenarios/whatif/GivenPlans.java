package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Plans made before, as sends to the customers of today's audience. The last few are kept. */
final class GivenPlans {
    private static final int KEPT = 4;
    private static final String SENDS = "sends.parquet";
    private static final Pattern TABLE = Pattern.compile(".*\\.(csv|csv\\.gz|parquet)");

    private final IdColumn customers;
    private final List<String> offers;
    private final TableReader reader;
    private final Remembered<Path, Given> read = new Remembered<>(KEPT);

    GivenPlans(IdColumn customers, OfferBook book, TableReader reader) {
        this.customers = customers;
        this.offers = book.offers().stream().map(offer -> offer.id()).toList();
        this.reader = reader;
    }

    /**
     * A plan as far as it is of today's campaign.
     *
     * @param sends {@code [customer]}: bits of the offers that it sends
     * @param strangers what else it sends, in sentences
     */
    record Given(long[] sends, List<String> strangers) {
        Given {
            strangers = List.copyOf(strangers);
        }
    }

    /**
     * {@code [customer]}: bits of the offers that a plan sends.
     *
     * @throws BadInput if there is no plan, or it is of another campaign: it sends what is not
     *     offered, or to somebody who is not in the audience
     */
    long[] sends(Path plan) {
        Given given = given(plan);
        if (!given.strangers().isEmpty()) {
            throw new BadInput(
                    Problem.of(
                            plan.toString(),
                            "is not a plan of this campaign and its audience: "
                                    + String.join(" ", given.strangers()),
                            "Give a plan of the same campaign and the same customers."));
        }
        return given.sends();
    }

    /**
     * A plan that need not be of the same customers and offers.
     *
     * @throws BadInput if there is no plan
     */
    Given given(Path plan) {
        return read.of(plan, () -> load(plan));
    }

    private Given load(Path plan) {
        Table table = reader.read(source(plan), layout());
        IdColumn ids = table.column("customer", IdColumn.class);
        CategoryColumn offer = table.column("offer", CategoryColumn.class);
        IdIndex index = new IdIndex(customers);
        long[] bits = new long[customers.rows()];
        long nobody = 0;
        long twice = 0;
        SortedMap<String, Long> unknown = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            int customer = index.find(ids, row);
            int number = offers.indexOf(offer.word(row));
            if (number < 0) {
                unknown.merge(String.valueOf(offer.word(row)), 1L, Long::sum);
            } else if (customer == IdIndex.ABSENT) {
                nobody++;
            } else {
                twice += bits[customer] >> number & 1;
                bits[customer] |= 1L << number;
            }
        }
        return new Given(bits, strangers(unknown, nobody, twice));
    }

    private List<String> strangers(SortedMap<String, Long> unknown, long nobody, long twice) {
        List<String> strangers = new ArrayList<>();
        unknown.forEach(
                (offer, sends) ->
                        strangers.add(
                                "%s of %s, which is no offer here; there are %s. Not counted."
                                        .formatted(
                                                Counted.of(sends, "send is", "sends are"),
                                                offer,
                                                String.join(", ", offers))));
        if (nobody > 0) {
            strangers.add(
                    "%s nobody in the audience. Not counted."
                            .formatted(Counted.of(nobody, "send goes to", "sends go to")));
        }
        if (twice > 0) {
            strangers.add(
                    "%s an offer to the same customer. Counted once."
                            .formatted(Counted.of(twice, "send repeats", "sends repeat")));
        }
        return strangers;
    }

    private static Source source(Path plan) {
        if (Files.isRegularFile(plan) && TABLE.matcher(plan.toString()).matches()) {
            Path file = plan.toAbsolutePath();
            return new Source.Files(file.getParent(), file.getFileName().toString());
        }
        if (!Files.isRegularFile(plan.resolve(SENDS))) {
            throw new BadInput(
                    Problem.of(
                            plan.toString(),
                            Files.exists(plan)
                                    ? "is not a plan folder: it has no " + SENDS
                                    : "is not there",
                            "Give a folder that ./marginal plan wrote, or a CSV file with the columns customer and offer."));
        }
        return new Source.Files(plan, SENDS);
    }

    private static Layout layout() {
        return new Layout(
                List.of(Field.id("customer"), Field.category("offer")),
                List.of(),
                Layout.Others.PASSED_OVER);
    }
}
