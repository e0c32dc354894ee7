package dev.marginal.benchmarks.python;

import java.util.Arrays;
import java.util.List;

/** Who is measured: Marginal three times, and the learners of three libraries in Python. */
enum Contestant {
    MARGINAL(MarginalCase.STANDARD, "default learner, default settings"),
    MARGINAL_X(
            MarginalCase.SAME_TREES,
            "X-learner, squared error, no early stopping, trees as `causalml-x`; beside its four forests it grows models of orders and GMV on all rows, which plans need"),
    MARGINAL_X_FORESTS(
            MarginalCase.FORESTS_ALONE,
            "the four forests of `marginal-x` alone, both arms at a time on one thread each: what `causalml-x` grows"),
    CAUSALML_S("causalml-s", "`BaseSRegressor`, outcome trees"),
    CAUSALML_T("causalml-t", "`BaseTRegressor`, outcome trees"),
    CAUSALML_X(
            "causalml-x",
            "`BaseXRegressor`, two outcome models with outcome trees, two effect models with effect trees"),
    CAUSALML_X_SHIPPED(
            "causalml-x-shipped", "`BaseXRegressor(XGBRegressor())`, XGBoost's own defaults"),
    CAUSALML_R(
            "causalml-r", "`BaseRRegressor`, five folds (its default), outcome and effect trees"),
    CAUSALML_DR(
            "causalml-dr", "`BaseDRRegressor`, three folds (its own), outcome and effect trees"),
    CAUSALML_FOREST(
            "causalml-forest",
            "`UpliftRandomForestClassifier`, its defaults: 10 trees, depth 5, KL"),
    ECONML_FOREST(
            "econml-forest",
            "`CausalForestDML`, its defaults: 100 trees, honest, two folds; `model_y` with outcome trees"),
    ECONML_DR("econml-dr", "`DRLearner`, two folds (its default), outcome and effect trees"),
    ECONML_X("econml-x", "`XLearner`, outcome and effect trees"),
    SKLIFT_TWO_MODELS(
            "sklift-two-models",
            "`TwoModels`, vanilla; classifiers with order trees where the outcome is 0 or 1, else regressors with outcome trees"),
    SKLIFT_CLASS("sklift-class", "`ClassTransformation`, a classifier with order trees");

    private final String word;
    private final String settings;

    Contestant(String word, String settings) {
        this.word = word;
        this.settings = settings;
    }

    /** As options and tables call it. */
    String word() {
        return word;
    }

    /** How it is set up. */
    String settings() {
        return settings;
    }

    /** Whether it is no learner of Marginal's. */
    boolean isPeer() {
        return !library().equals("marginal");
    }

    /** The library, which is also the name of its virtual environment. */
    String library() {
        return word.split("-")[0];
    }

    /** All words. */
    static List<String> words() {
        return Arrays.stream(values()).map(Contestant::word).toList();
    }

    /** The one of this word. */
    static Contestant named(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "contender (%s) must be one of %s."
                                                .formatted(word, String.join(", ", words()))));
    }
}
