package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Womens e-mail of the Hillstrom test, as scikit-uplift and causalml compute it. */
class HillstromTest {
    private static final Path FILE = Path.of("../../shared/data/hillstrom/hillstrom.csv");
    private static final String COMMA_OUTSIDE_QUOTES = ",(?=([^\"]*\"[^\"]*\")*[^\"]*$)";
    private static final Offset<Double> EXACT = within(5.1e-9);

    private static int[] treated;
    private static double[] visit;
    private static double[] conversion;
    private static double[] spend;
    private static double[] score;

    @BeforeAll
    static void read() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILE), "needs " + FILE);
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] cells = line.split(COMMA_OUTSIDE_QUOTES);
            if (cells[8].equals("No E-Mail") || cells[8].equals("Womens E-Mail")) {
                rows.add(cells);
            }
        }
        treated = rows.stream().mapToInt(row -> row[8].equals("No E-Mail") ? 0 : 1).toArray();
        visit = numbers(rows, 9);
        conversion = numbers(rows, 10);
        spend = numbers(rows, 11);
        score = numbers(rows, 2);
        for (int i = 0; i < score.length; i++) {
            score[i] -= 1e-7 * i;
        }
    }

    private static double[] numbers(List<String[]> rows, int cell) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[cell])).toArray();
    }

    @Test
    void sklift() {
        Experiment visits = Experiment.of(treated, visit);
        Ranking ranking = Ranking.by(score);

        assertThat(treated).hasSize(42_693);
        assertThat(ScikitUplift.qini(visits, ranking)).isEqualTo(.00221218, EXACT);
        assertThat(ScikitUplift.qiniWithoutNegativeEffects(visits, ranking))
                .isEqualTo(.01203265, EXACT);
        assertThat(ScikitUplift.auuc(visits, ranking)).isEqualTo(.00085461, EXACT);
    }

    @Test
    void sklift_ties_matter_even_with_continuous_scores() throws IOException {
        double[] raw = score.clone();
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Math.round((raw[i] + 1e-7 * i) * 100) / 100.0;
        }

        assertThat(ScikitUplift.qini(Experiment.of(treated, visit), Ranking.by(raw)))
                .isEqualTo(.00262151, EXACT);
    }

    @Test
    void uplift_at_a_share() {
        Experiment visits = Experiment.of(treated, visit);
        Ranking ranking = Ranking.by(score);

        assertThat(UpliftAtShare.overall(visits, ranking, .1)).isEqualTo(.05972629, EXACT);
        assertThat(UpliftAtShare.byGroup(visits, ranking, .1)).isEqualTo(.06029680, EXACT);
        assertThat(UpliftAtShare.overall(visits, ranking, .3)).isEqualTo(.04794239, EXACT);
        assertThat(UpliftAtShare.byGroup(visits, ranking, .3)).isEqualTo(.04840667, EXACT);
        assertThat(UpliftAtShare.weightedAverage(visits, ranking, 10)).isEqualTo(.04501935, EXACT);
    }

    @Test
    void causalml() {
        Experiment visits = Experiment.of(treated, visit);
        Ranking ranking = Ranking.by(score);

        assertThat(CausalMl.auuc(visits, ranking)).isEqualTo(.50491189, EXACT);
        assertThat(CausalMl.rawAuuc(visits, ranking)).isEqualTo(975.05403295, EXACT);
        assertThat(CausalMl.qini(visits, ranking)).isEqualTo(.00587986, EXACT);
        assertThat(CausalMl.rawQini(visits, ranking)).isEqualTo(5.68817781, EXACT);
    }

    @Test
    void causalml_on_spend() {
        Experiment spends = Experiment.of(treated, spend);
        Ranking ranking = Ranking.by(score);

        assertThat(CausalMl.auuc(spends, ranking)).isEqualTo(.45886308, EXACT);
        assertThat(CausalMl.qini(spends, ranking)).isEqualTo(-.04017923, EXACT);
    }

    @Test
    void upliftml_in_thirty_bins() {
        Experiment visits = Experiment.of(treated, visit);
        Ranking ranking = Ranking.by(score);

        assertThat(UpliftMl.auuc(visits, ranking)).isEqualTo(.02278616, EXACT);
        assertThat(UpliftMl.qini(visits, ranking)).isEqualTo(.00016961, EXACT);
    }

    @Test
    void aucc_by_trapezoids() {
        Experiment visits = Experiment.of(treated, visit);
        Ranking ranking = Ranking.by(score);

        assertThat(CostCurve.area(Experiment.of(treated, conversion), visits, ranking))
                .isEqualTo(.49548240, EXACT);
        assertThat(CostCurve.area(Experiment.of(treated, spend), visits, ranking))
                .isEqualTo(.45163124, EXACT);
    }

    @Test
    void aucc_at_levels_as_in_dfcl() {
        Experiment visits = Experiment.of(treated, visit);
        Experiment conversions = Experiment.of(treated, conversion);
        Experiment spends = Experiment.of(treated, spend);
        Ranking ranking = Ranking.by(score);

        assertThat(CostCurve.dfcl(conversions, visits, ranking, 20)).isEqualTo(.48919537, EXACT);
        assertThat(CostCurve.dfcl(conversions, visits, ranking, 200)).isEqualTo(.49636987, EXACT);
        assertThat(CostCurve.dfcl(spends, visits, ranking, 20)).isEqualTo(.45145160, EXACT);
        assertThat(CostCurve.dfcl(spends, visits, ranking, 200)).isEqualTo(.45282626, EXACT);
    }

    @Test
    void rank_weighted_effects_of_causalml() {
        Experiment visits = Experiment.of(treated, visit);
        Ranking ranking = Ranking.by(score);
        Offset<Double> sixPlaces = within(5.1e-7);

        assertThat(CausalMlRate.autoc(visits, ranking)).isEqualTo(-.02280043, EXACT);
        assertThat(CausalMlRate.qini(visits, ranking)).isEqualTo(.00044437, EXACT);
        assertThat(CausalMlRate.toc(visits, ranking, .1)).isEqualTo(.014493, sixPlaces);
        assertThat(CausalMlRate.toc(visits, ranking, .3)).isEqualTo(.002731, sixPlaces);
        assertThat(CausalMlRate.toc(visits, ranking, .5)).isEqualTo(-.000935, sixPlaces);
    }
}
