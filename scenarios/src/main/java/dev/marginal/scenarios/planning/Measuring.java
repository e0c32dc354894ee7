package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.kernel.Agreement;
import dev.marginal.scenarios.Forecast;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures sends, cell by cell of customers, on the rows that would get them too; one more cell is
 * for sends that were drawn, which all rows stand for.
 */
final class Measuring {
    /** Fewer picked rows than this measure nothing. */
    private static final int LEAST_ROWS = 30;

    private final HeldOut held;
    private final int cells;
    private final Evidence evidence;
    private final Influences influences;
    private final Set<String> unmeasured = new LinkedHashSet<>();

    /** Nothing yet. */
    Measuring(HeldOut held, int cells) {
        this.held = held;
        this.cells = cells;
        this.evidence = new Evidence(held.history(), held.effect(), cells + 1);
        this.influences =
                new Influences(held.customers(), held.history(), held.effect(), cells + 1);
    }

    /**
     * Adds sends that were chosen.
     *
     * @param picked the rows that would get them, each cell's together
     * @param sends {@code [cell][offer]}; none in cells that nothing is picked for
     */
    void chosen(List<Agreement> picked, long[][] sends) {
        picked.forEach(evidence::add);
        for (int cell = 0; cell < cells; cell++) {
            count(cell, sends[cell]);
        }
        picked.forEach(influences::add);
    }

    /** The same for the sends of one cell. */
    void chosen(int cell, Agreement picked, long[] sends) {
        evidence.add(picked);
        count(cell, sends);
        influences.add(picked);
    }

    private void count(int cell, long[] sends) {
        for (int offer = 0; offer < sends.length; offer++) {
            if (sends[offer] > 0 && evidence.rows(cell, offer) < LEAST_ROWS) {
                unmeasured.add(held.rows().offers().get(offer).id());
            } else if (sends[offer] > 0) {
                influences.count(cell, offer, sends[offer], evidence);
            }
        }
    }

    /**
     * Adds sends that were drawn, whoever got them.
     *
     * @param sends of each offer
     */
    void drawn(long[] sends) {
        if (Arrays.stream(sends).sum() == 0) {
            return;
        }
        long[] all = new long[held.history().rows()];
        Arrays.fill(all, -1L >>> Long.SIZE - sends.length);
        int[] numbers = IntStream.range(0, all.length).toArray();
        Agreement everyone = new Agreement(new int[] {cells}, numbers, all);
        evidence.add(everyone);
        for (int offer = 0; offer < sends.length; offer++) {
            if (sends[offer] > 0) {
                influences.count(cells, offer, sends[offer], evidence);
            }
        }
        influences.add(everyone);
    }

    /** All that was added. */
    Forecast forecast() {
        boolean nothingMeasured = influences.isEmpty() && !unmeasured.isEmpty();
        return new Forecast(
                nothingMeasured ? Optional.empty() : Optional.of(influences.measurement()),
                List.copyOf(unmeasured));
    }
}
