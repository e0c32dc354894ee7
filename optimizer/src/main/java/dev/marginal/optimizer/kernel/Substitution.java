package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Puts rows in the place of customers who pay different prices.
 *
 * <p>Most rows choose the same wherever they stand. So rows are asked at the middle of all prices
 * first, and {@linkplain Screen screened}: whom no prices in between can change is done. The places
 * are then split into those that pay less and those that pay more, and the others asked again.
 */
final class Substitution {
    private static final int SAMPLE = 64;

    /** Of more offers to a customer, {@link Screen} looks at one row after the other. */
    private static final int MOST_FEW = 4;

    /** In so few places rows are asked at once. */
    private static final int FEW_PLACES = 2;

    /** So few rows are asked at once in every place. */
    private static final int FEW_ROWS = 32;

    private final Instance places;
    private final Rates rates;
    private final OfferBook rows;
    private final List<Agreement> found = new ArrayList<>();
    private Families families;

    /**
     * A substitution for the customers of an instance.
     *
     * @param rates of the instance's cells
     */
    Substitution(Instance places, Rates rates, OfferBook rows) {
        this.places = places;
        this.rates = rates;
        this.rows = rows;
        for (int offer = 0; offer < rows.value().length; offer++) {
            for (float value : rows.value()[offer]) {
                if (Float.isNaN(value)) {
                    Requires.require(false, "value of a row", value, "open to every offer");
                }
            }
        }
    }

    /** What every row gets in every place. */
    List<Agreement> agreements() {
        int[] all = IntStream.range(0, rows.customers()).toArray();
        for (List<Integer> alike : alike()) {
            families = places.families().only(places.columns().family(alike.get(0)));
            Columns open = open(alike.get(0));
            agree(byPrice(alike, open), open, all);
        }
        return found;
    }

    /** Places with the same personal limits, and the same offers open. */
    private Iterable<List<Integer>> alike() {
        Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
        Columns columns = places.columns();
        for (int place = 0; place < columns.rows(); place++) {
            long open = 0;
            for (int offer = 0; offer < columns.offers(); offer++) {
                open |= columns.allows(offer, place) ? 1L << offer : 0;
            }
            alike.computeIfAbsent(List.of(columns.family(place), open), any -> new ArrayList<>())
                    .add(place);
        }
        return alike.values();
    }

    /** The rows, with those offers closed that are closed in a place. */
    private Columns open(int place) {
        float[][] value = rows.value().clone();
        for (int offer = 0; offer < value.length; offer++) {
            if (!places.columns().allows(offer, place)) {
                value[offer] = new float[rows.customers()];
                Arrays.fill(value[offer], Float.NaN);
            }
        }
        char[] cell = new char[rows.customers()];
        return new Columns(value, rows.cost(), measures(), cell, new char[0]);
    }

    /** The rows' measures in the order of the places'. */
    private float[][][] measures() {
        return places.book().measures().stream()
                .flatMap(
                        own ->
                                rows.measures().stream()
                                        .filter(one -> one.name().equals(own.name())))
                .map(Measure::amount)
                .toArray(float[][][]::new);
    }

    /** Places in the order of what a few rows are worth there. */
    private int[] byPrice(List<Integer> alike, Columns open) {
        double[] worth = new double[places.customers()];
        int step = Math.max(1, open.rows() / SAMPLE);
        for (int place : alike) {
            for (int row = 0; row < open.rows(); row += step) {
                for (int offer = 0; offer < open.offers(); offer++) {
                    worth[place] +=
                            open.allows(offer, row)
                                    ? open.reduced(rates, offer, row, at(place))
                                    : 0;
                }
            }
        }
        return alike.stream()
                .sorted(Comparator.comparingDouble(place -> worth[place]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The offers that are open to all rows that may get them. */
    private int[] open(Columns columns) {
        return IntStream.range(0, columns.offers())
                .filter(offer -> families.allows(offer) && columns.allows(offer, 0))
                .toArray();
    }

    private int at(int place) {
        return places.columns().cell()[place];
    }

    private void agree(int[] some, Columns columns, int[] numbers) {
        if (some.length <= FEW_PLACES || numbers.length <= FEW_ROWS) {
            for (int place : some) {
                int[] one = {place};
                long[] sets = choose(range(one).middle(), columns, (chunk, row) -> {});
                found.add(new Agreement(one, numbers, sets));
            }
            return;
        }
        boolean[] unsettled = new boolean[numbers.length];
        long[] sets = screen(some, columns, unsettled);
        int[] left = IntStream.range(0, sets.length).filter(row -> unsettled[row]).toArray();
        if (left.length < sets.length) {
            found.add(settled(some, numbers, sets, unsettled, sets.length - left.length));
        }
        if (left.length > 0) {
            Columns rest = columns.gather(left);
            int[] others = IntStream.of(left).map(row -> numbers[row]).toArray();
            agree(Arrays.copyOfRange(some, 0, some.length / 2), rest, others);
            agree(Arrays.copyOfRange(some, some.length / 2, some.length), rest, others);
        }
    }

    private static Agreement settled(
            int[] some, int[] numbers, long[] sets, boolean[] unsettled, int count) {
        int[] done = new int[count];
        long[] chosen = new long[count];
        for (int row = 0, next = 0; next < count; row++) {
            if (!unsettled[row]) {
                done[next] = numbers[row];
                chosen[next++] = sets[row];
            }
        }
        return new Agreement(some, done, chosen);
    }

    private long[] screen(int[] some, Columns columns, boolean[] unsettled) {
        RateRange range = range(some);
        int most = families.atMostOne() ? 1 : families.mostInAll();
        int[] offers = open(columns);
        if (most <= MOST_FEW) {
            long[] sets = new long[columns.rows()];
            new RangeScreen(columns, offers, most).screen(range, sets, unsettled);
            return sets;
        }
        Screen screen = new Screen(columns.offers(), families);
        return choose(
                range.middle(),
                columns,
                (chunk, row) -> screen.mark(chunk, range.reach(), unsettled, row));
    }

    /** What rows choose. */
    private long[] choose(Rates rates, Columns columns, Pass.Visitor then) {
        Chunk chunk = new Chunk(columns, families);
        long[] sets = new long[columns.rows()];
        for (int row = 0; row < sets.length; row += Chunk.ROWS) {
            chunk.choose(rates, row, Math.min(row + Chunk.ROWS, sets.length));
            for (int i = 0; i < chunk.size(); i++) {
                sets[row + i] = chunk.chosen(i);
            }
            then.visit(chunk, row);
        }
        return sets;
    }

    private RateRange range(int[] some) {
        return RateRange.of(rates, IntStream.of(some).map(this::at).toArray());
    }
}
