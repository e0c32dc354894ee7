package dev.marginal.uplift.evaluation;

import java.util.List;

/**
 * A metric of one treatment against its control.
 *
 * @param name of its convention
 * @param formula its value
 */
record ArmMetric(String name, Formula formula) {
    /** The areas over the diagonal of what scikit-uplift takes as perfect rankings. */
    record Perfect(double qini, double uplift) {}

    /** From the curves of a ranking. */
    interface Formula {
        double of(ArmCurves curves, Perfect perfect);
    }

    /** Those of rankings by uplift. */
    static List<ArmMetric> ofUplift() {
        return List.of(
                new ArmMetric(
                        "qini.sklift",
                        (curves, perfect) ->
                                ScikitUplift.qiniCurve(curves.orders()).areaOverDiagonal()
                                        / perfect.qini()),
                new ArmMetric(
                        "uplift.sklift",
                        (curves, perfect) ->
                                ScikitUplift.upliftCurve(curves.orders()).areaOverDiagonal()
                                        / perfect.uplift()),
                ofGmv("uplift@10.sklift", curves -> UpliftAtShare.overall(curves, .1)),
                ofGmv("uplift@30.sklift", curves -> UpliftAtShare.overall(curves, .3)),
                ofGmv("uplift@10.by_group.sklift", curves -> UpliftAtShare.byGroup(curves, .1)),
                ofGmv("uplift@30.by_group.sklift", curves -> UpliftAtShare.byGroup(curves, .3)),
                ofGmv(
                        "weighted_average_uplift.sklift",
                        curves -> UpliftAtShare.weightedAverage(curves, 10)),
                ofGmv("auuc.causalml", CausalMl::auuc),
                ofGmv("qini.causalml", CausalMl::qini),
                ofGmv("auuc.upliftml", UpliftMl::auuc),
                ofGmv("qini.upliftml", UpliftMl::qini));
    }

    /** Those of rankings by uplift over cost. */
    static List<ArmMetric> ofReturn() {
        return List.of(
                new ArmMetric(
                        "aucc.trapezoid",
                        (curves, perfect) -> CostCurve.area(curves.gmv(), curves.cost())),
                new ArmMetric(
                        "aucc.dfcl",
                        (curves, perfect) ->
                                CostCurve.dfcl(curves.gmv(), curves.cost(), CostCurve.LEVELS)));
    }

    private interface OfGmv {
        double of(Prefixes gmv);
    }

    private static ArmMetric ofGmv(String name, OfGmv metric) {
        return new ArmMetric(name, (curves, perfect) -> metric.of(curves.gmv()));
    }
}
