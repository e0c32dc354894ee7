package dev.marginal.uplift.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.Inspection.Importance;
import dev.marginal.uplift.Inspection.OfTreatment;
import dev.marginal.uplift.Inspection.Segment;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A model whose uplift is known: two for each unit of x, and one more in the south. */
class InspectorTest {
    private static final int ROWS = 6_000;
    private static final CampaignHistory HISTORY = history();

    @Test
    void the_features_that_decide_come_first_with_what_they_move() {
        OfTreatment push = inspect(new Linear()).treatments().get(0);

        assertThat(push.treatment()).isEqualTo("push");
        assertThat(push.importance())
                .extracting(Importance::feature)
                .startsWith("x", "region")
                .hasSize(3);
        assertThat(push.fidelity()).isGreaterThan(0.95);
        // The mean absolute deviation of 2 x is 0.5 for x uniform on [0, 1].
        assertThat(push.importance().get(0).contribution()).isBetween(0.45, 0.55);
        assertThat(push.importance().get(2).contribution()).isLessThan(0.02);
        assertThat(push.importance().stream().mapToDouble(Importance::gain).sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void segments_are_measured_and_those_that_differ_stand_out() {
        Inspection inspection = inspect(new Linear());

        List<Segment> segments = inspection.treatments().get(0).segments();
        assertThat(inspection.segments()).isEqualTo(segments.size());
        assertThat(segments).extracting(Segment::feature).startsWith("x", "x", "x", "x", "region");
        Segment south =
                segments.stream().filter(s -> s.values().equals("south")).findFirst().orElseThrow();
        assertThat(south.effect().low()).isLessThan(2);
        assertThat(south.effect().high()).isGreaterThan(2);
        assertThat(south.standsOut()).isTrue();
        assertThat(segments)
                .filteredOn(segment -> segment.feature().equals("noise"))
                .noneMatch(Segment::standsOut);
    }

    @Test
    void a_model_that_says_the_same_of_everybody_is_told_as_such() {
        OfTreatment push = inspect(customers -> new float[customers.rows()]).treatments().get(0);

        assertThat(push.fidelity()).isNaN();
        assertThat(push.importance()).allMatch(one -> one.contribution() == 0 && one.gain() == 0);
    }

    @Test
    void threads_change_nothing() {
        Linear model = new Linear();

        assertThat(new Inspector(7, new Execution(1)).inspect(HISTORY, held(), model(model)))
                .isEqualTo(
                        new Inspector(7, new Execution(3)).inspect(HISTORY, held(), model(model)));
    }

    /** The uplift of each customer. */
    private interface Uplift {
        float[] of(Customers customers);
    }

    private static final class Linear implements Uplift {
        @Override
        public float[] of(Customers customers) {
            float[] x = ((NumberColumn) customers.features().get(0)).values();
            int[] region = ((CategoryColumn) customers.features().get(2)).codes();
            float[] uplift = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                uplift[i] = 2 * x[i] + (region[i] == 1 ? 1 : 0);
            }
            return uplift;
        }
    }

    private static Inspection inspect(Uplift uplift) {
        return new Inspector(7, new Execution(2)).inspect(HISTORY, held(), model(uplift));
    }

    /** What an experiment would measure: the true effect with noise. */
    private static OutOfFoldScores held() {
        float[] effect = new Linear().of(HISTORY.customers());
        SplittableRandom random = new SplittableRandom(5);
        for (int row = 0; row < ROWS; row++) {
            effect[row] += (float) (4 * (random.nextDouble() - random.nextDouble()));
        }
        return new OutOfFoldScores(
                new int[ROWS],
                scores(new float[ROWS]),
                new float[][] {effect},
                HISTORY.weight(),
                HISTORY.group());
    }

    private static UpliftModel model(Uplift uplift) {
        return new UpliftModel() {
            @Override
            public UpliftScores score(Customers customers) {
                return scores(uplift.of(customers));
            }

            @Override
            public ModelParts parts() {
                throw new UnsupportedOperationException("a formula has no parts");
            }
        };
    }

    private static UpliftScores scores(float[] uplift) {
        return new UpliftScores(
                List.of("push"),
                new float[][] {uplift},
                new float[1][uplift.length],
                new float[uplift.length]);
    }

    private static CampaignHistory history() {
        SplittableRandom random = new SplittableRandom(2);
        float[] x = new float[ROWS];
        float[] noise = new float[ROWS];
        int[] region = new int[ROWS];
        int[] arm = new int[ROWS];
        int[] group = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            x[row] = (float) random.nextDouble();
            noise[row] = (float) random.nextDouble();
            region[row] = random.nextInt(2);
            arm[row] = random.nextInt(2);
            group[row] = row;
        }
        List<Column> features =
                List.of(
                        new NumberColumn("x", x),
                        new NumberColumn("noise", noise),
                        new CategoryColumn("region", region, List.of("north", "south")));
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        double[] half = new double[ROWS];
        Arrays.fill(half, 0.5);
        return new CampaignHistory(
                new Customers(ROWS, features),
                List.of("push"),
                arm,
                new double[ROWS],
                ones,
                half,
                group,
                "");
    }
}
