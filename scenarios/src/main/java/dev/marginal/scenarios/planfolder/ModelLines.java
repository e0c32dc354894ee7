package dev.marginal.scenarios.planfolder;

import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.ModelClaims;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.storage.StoredModel;
import java.util.List;
import java.util.Locale;

/** Says as lines of {@code plan.json} what a plan's estimates stand on. */
record ModelLines(StoredModel model, Forecast forecasted, ModelClaims claims) {
    PlanDocument.ForecastLines forecast() {
        boolean broken = randomised().verdict() == Randomisation.Verdict.BROKEN;
        return new PlanDocument.ForecastLines(
                broken ? randomised().findings() : List.of(),
                forecasted.incrementalGmv().orElse(null),
                claims.ofAll(),
                claims.ofSeveral(),
                word(model.evaluation().evidence()),
                forecasted.offersWithoutEvidence());
    }

    PlanDocument.EvaluationLines evaluation() {
        Evaluation evaluation = model.evaluation();
        return new PlanDocument.EvaluationLines(
                word(evaluation.evidence()),
                Double.isInfinite(evaluation.budget()) ? null : evaluation.budget(),
                evaluation.model().value(),
                evaluation.baselines().stream().map(ModelLines::baseline).toList(),
                evaluation.treatments().stream().map(ModelLines::calibration).toList());
    }

    PlanDocument.RandomisationLines randomisation() {
        Randomisation randomisation = randomised();
        return new PlanDocument.RandomisationLines(
                word(randomisation.source()),
                word(randomisation.verdict()),
                randomisation.findings(),
                Double.isNaN(randomisation.sampleRatio()) ? null : randomisation.sampleRatio(),
                randomisation.clippedRows(),
                randomisation.arms().stream().map(ModelLines::arm).toList());
    }

    static PlanDocument.DriftLines drift(Drift drift) {
        return new PlanDocument.DriftLines(
                drift.features().size(), drift.moved().stream().map(ModelLines::drift).toList());
    }

    private Randomisation randomised() {
        return model.fit().randomisation();
    }

    private static PlanDocument.BaselineLine baseline(Evaluation.Baseline baseline) {
        return new PlanDocument.BaselineLine(
                baseline.value().policy(), baseline.value().value(), baseline.lead());
    }

    private static PlanDocument.CalibrationLine calibration(Evaluation.OfTreatment treatment) {
        Interval slope = treatment.calibration().slope();
        return new PlanDocument.CalibrationLine(
                treatment.treatment(), Double.isFinite(slope.low()) ? slope : null);
    }

    private static PlanDocument.ArmLine arm(Randomisation.ArmBalance arm) {
        return new PlanDocument.ArmLine(
                arm.arm(), arm.rows(), arm.effectiveRows(), arm.worstFeature(), arm.difference());
    }

    private static PlanDocument.DriftLine drift(Drift.OfFeature one) {
        return new PlanDocument.DriftLine(
                one.feature(),
                one.stability(),
                word(one.reading()),
                one.fault() == Drift.Fault.NONE ? null : word(one.fault()),
                one.missing(),
                one.missingBefore(),
                one.unseen(),
                one.below(),
                one.above());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
