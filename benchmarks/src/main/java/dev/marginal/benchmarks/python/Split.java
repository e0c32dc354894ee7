package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.experiments.Halves;
import dev.marginal.benchmarks.experiments.PublicData;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One treatment against the control, learnt from one part and judged on another.
 *
 * @param truth the true effect of each judged row, where it is known
 */
record Split(CampaignHistory learnt, CampaignHistory judged, Optional<double[]> truth) {
    private static final String HILLSTROM = "hillstrom";
    private static final String STARBUCKS = "starbucks";
    private static final String PLANTED = "planted";

    /**
     * A split by its name and seed.
     *
     * @param name {@code hillstrom-mens-visit} and the like, {@code starbucks}, or {@code
     *     planted-50000} for so many rows to learn from
     * @param data folder of the public data
     * @param judged rows of a planted world to judge by
     */
    static Split of(String name, long seed, Path data, int judged) {
        String[] words = name.split("-");
        return switch (words[0]) {
            case HILLSTROM -> {
                int treatment = words[1].equals("mens") ? 1 : 2;
                yield halves(pair(PublicData.hillstrom(data, words[2]), treatment), seed);
            }
            case STARBUCKS -> halves(PublicData.starbucks(data, 1), seed);
            case PLANTED -> planted(seed, rows(name), judged);
            default -> {
                Requires.require(false, "set", name, "of hillstrom, starbucks or planted");
                throw new IllegalStateException();
            }
        };
    }

    /** How much splits of this name share, for their intervals; see {@code Repeats}. */
    static double overlap(String name) {
        return name.startsWith(PLANTED) ? 0 : Halves.OVERLAP;
    }

    /** Rows to learn from, where the name tells; else none. */
    static int rows(String name) {
        return name.startsWith(PLANTED) ? Integer.parseInt(name.split("-")[1]) : 0;
    }

    /** The file that it is read from, below the folder of the data; none for planted worlds. */
    static Optional<String> source(String name) {
        return switch (name.split("-")[0]) {
            case HILLSTROM -> Optional.of(PublicData.HILLSTROM);
            case STARBUCKS -> Optional.of(PublicData.STARBUCKS);
            default -> Optional.empty();
        };
    }

    private static Split halves(CampaignHistory history, long seed) {
        Halves halves = Halves.of(history, seed);
        return new Split(halves.learnt(), halves.judged(), Optional.empty());
    }

    private static Split planted(long seed, int rows, int judged) {
        PlantedWorld world =
                PlantedWorld.randomised(seed).withArms(new PlantedWorld.Arm("coupon", 1));
        PlantedHistory all = world.history(rows + judged);
        int[] others = IntStream.range(rows, rows + judged).toArray();
        double[] truth = all.truth().uplift()[0];
        return new Split(
                all.history().select(IntStream.range(0, rows).toArray()),
                all.history().select(others),
                Optional.of(Arrays.copyOfRange(truth, rows, rows + judged)));
    }

    /** The rows of one treatment and of the control, as if the other arms had never been. */
    static CampaignHistory pair(CampaignHistory history, int treatment) {
        int[] rows =
                IntStream.range(0, history.rows())
                        .filter(row -> history.arm()[row] == 0 || history.arm()[row] == treatment)
                        .toArray();
        CampaignHistory pair = history.select(rows);
        double[] half = new double[rows.length];
        Arrays.fill(half, 0.5);
        return new CampaignHistory(
                pair.customers(),
                List.of(history.treatments().get(treatment - 1)),
                Arrays.stream(pair.arm()).map(arm -> arm == 0 ? 0 : 1).toArray(),
                pair.gmv(),
                pair.weight(),
                half,
                pair.group(),
                pair.fingerprint());
    }
}
