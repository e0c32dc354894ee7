package dev.marginal.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.value.PurchaseModel;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed forms beside plain numerical integration, and where other implementations break. */
class PurchaseMathTest {
    private static final Percentage CLOSE = Percentage.withPercentage(1e-6);

    @ParameterizedTest
    @CsvSource({
        ".553, 10.578, .606, 11.669, 2, 30.43, 38.86",
        ".553, 11.669, .606, 10.578, 2, 30.43, 38.86",
        ".553, 10.578, .606, 10.578, 0, 0, 38.86",
        "1.7, .3, .4, 90, 5, 3, 20",
        "1.7, 90, .4, .3, 5, 3, 20",
        ".2, 500, 3, .02, 0, 0, 40",
        "3, .02, 2, 500, 12, 9, 11",
        "2, 8, 1, 12, 40, 50, 52",
        ".81, 6, 9000, 223000, 0, 0, 21",
        ".81, 6, 9000, 223000, 11, 15, 21",
        ".81, 223000, 9000, 6, 2, 15, 21"
    })
    void pareto_nbd_is_the_integral_over_the_moment_of_stopping(
            double r, double alpha, double s, double beta, int x, double t, double age) {
        double scale = -(r + x) * Math.log(alpha + t) - s * Math.log(beta + t);
        UnivariateFunction stoppedAt =
                y ->
                        s
                                * Math.exp(
                                        -(r + x) * Math.log(alpha + y)
                                                - (s + 1) * Math.log(beta + y)
                                                - scale);
        double alive =
                Math.exp(-(r + x) * Math.log(alpha + age) - s * Math.log(beta + age) - scale);
        double near = Math.min(alpha, beta);
        double stopped =
                integral(
                        w -> stoppedAt.value(Math.exp(w) - near) * Math.exp(w),
                        Math.log(near + t),
                        Math.log(near + age));
        double front =
                Gamma.logGamma(r + x)
                        - Gamma.logGamma(r)
                        + r * Math.log(alpha)
                        + s * Math.log(beta)
                        + scale;
        ParetoNbd model = new ParetoNbd(r, alpha, s, beta);

        assertThat(model.logLikelihood(x, t, age))
                .isEqualTo(front + Math.log(alive + stopped), within(1e-8));
        assertThat(model.aliveProbability(x, t, age)).isCloseTo(alive / (alive + stopped), CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        ".243, 4.414, .793, 2.426, 2, 38.86, 39",
        ".243, 4.414, .793, 2.426, 0, 0, 78",
        "2, 4, 1, 3, 4, 20, 30",
        "2, 4, 1.5, .5, 1, 20, 30",
        "2, 4, 2.5, 6, 150, 200, 52",
        ".4, 1, 3.3, .2, 0, 10, 400",
        "12, 3, 1.2, 2, 1, 1, 5"
    })
    void bg_nbd_expects_the_mean_over_rates_and_probabilities_of_stopping(
            double r, double alpha, double a, double b, int x, double age, double time) {
        // ∫ (1 − (1 + p·t/(α+T))^−(r+x)) / p over p ~ Beta(a, b+x), either end drawn out by a power
        double density = Beta.logBeta(a, b + x);
        DoubleBinaryOperator at =
                (p, q) -> {
                    double purchases = -Math.expm1(-(r + x) * Math.log1p(p * time / (alpha + age)));
                    return purchases
                            * Math.exp((a - 2) * Math.log(p) + (b + x - 1) * Math.log(q) - density);
                };
        double end = Math.pow(.5, 1. / 12);
        double expected =
                integral(
                        u ->
                                at.applyAsDouble(Math.pow(u, 12), 1 - Math.pow(u, 12))
                                                * 12
                                                * Math.pow(u, 11)
                                        + at.applyAsDouble(1 - Math.pow(u, 12), Math.pow(u, 12))
                                                * 12
                                                * Math.pow(u, 11),
                        0,
                        end);

        assertThat(new BgNbd(r, alpha, a, b).expectedIfAlive(time, x, age))
                .isCloseTo(expected, CLOSE);
    }

    @Test
    void bg_nbd_has_no_hole_where_the_paper_divides_by_nothing() {
        for (double a : List.of(1 - 1e-9, 1., 1 + 1e-9)) {
            assertThat(new BgNbd(.5, 5, a, 2).expected(20, 3, 20, 30))
                    .isCloseTo(new BgNbd(.5, 5, 1, 2).expected(20, 3, 20, 30), CLOSE);
        }
        assertThat(new BgNbd(.5, 5, .4, .6).expected(20, 0, 0, 30))
                .isCloseTo(new BgNbd(.5, 5, .4, .6 + 1e-9).expected(20, 0, 0, 30), CLOSE);
        assertThat(new ParetoNbd(.5, 5, 1, 9).expected(20, 3, 20, 30))
                .isCloseTo(new ParetoNbd(.5, 5, 1 + 1e-9, 9).expected(20, 3, 20, 30), CLOSE);
    }

    @Test
    void probabilities_of_counts_add_up_to_one_and_to_the_mean() {
        BgNbd model = new BgNbd(.243, 4.414, .793, 2.426);
        double all = 0;
        double mean = 0;
        for (int x = 0; x < 400; x++) {
            all += model.probability(x, 30);
            mean += x * model.probability(x, 30);
        }

        assertThat(all).isEqualTo(1, within(1e-9));
        assertThat(mean).isEqualTo(model.expectedOfNew(30), within(1e-6));
    }

    /** Where lifetimes underflows, overflows or says NaN. */
    @Test
    void nobody_buys_too_often() {
        List<PurchaseModel> models =
                List.of(
                        new ParetoNbd(.553, 10.578, .606, 11.669),
                        new ParetoNbd(10.465, .00799, 3.05, 2.82),
                        new ParetoNbd(.0007, .06, 17, 1e6),
                        new BgNbd(.243, 4.414, .793, 2.426),
                        new BgNbd(.05, 600, .001, 90));
        for (PurchaseModel model : models) {
            for (int x : new int[] {0, 1, 132, 200, 5_000, 200_000}) {
                double t = x == 0 ? 0 : 199;
                assertThat(model.logLikelihood(x, t, 200)).isFinite();
                assertThat(model.aliveProbability(x, t, 200)).isBetween(0., 1.);
                assertThat(model.expected(52, x, t, 200)).isNotNegative().isFinite();
            }
        }
        assertThat(models.get(0).aliveProbability(132, 200, 200)).isEqualTo(1, within(1e-2));
    }

    @Test
    void whoever_has_been_silent_for_longer_is_less_likely_alive() {
        for (PurchaseModel model :
                List.of(
                        new ParetoNbd(.553, 10.578, .606, 11.669),
                        new BgNbd(.243, 4.414, .793, 2.426))) {
            double before = 2;
            for (double age = 10; age < 200; age += 10) {
                double alive = model.aliveProbability(4, 10, age);
                assertThat(alive).isLessThan(before);
                before = alive;
            }
        }
    }

    private static double integral(UnivariateFunction function, double from, double to) {
        return new IterativeLegendreGaussIntegrator(30, 1e-11, 1e-300, 3, 14)
                .integrate(4_000_000, function, from, to);
    }
}
