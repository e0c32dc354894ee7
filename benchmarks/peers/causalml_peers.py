"""CausalML's learners. All but the forest are told the shares of the arms, so none of them estimates propensities."""

import numpy as np
from causalml.inference.meta import (
    BaseDRRegressor,
    BaseRRegressor,
    BaseSRegressor,
    BaseTRegressor,
    BaseXRegressor,
)
from causalml.inference.tree import UpliftRandomForestClassifier

import trees


class Meta:
    """A meta-learner behind the two calls that every peer answers."""

    def __init__(self, learner):
        self.learner = learner

    def fit(self, table):
        self.learner.fit(table.features, table.arm, table.outcome, p=table.share)

    def effect(self, table):
        return self.learner.predict(table.features, p=table.share).ravel()


class SingleOrTwo(Meta):
    """S and T, which know no propensities when they predict."""

    def effect(self, table):
        return self.learner.predict(table.features).ravel()


class DoublyRobust(Meta):
    """DR draws its folds when it fits."""

    def __init__(self, learner, seed):
        super().__init__(learner)
        self.seed = seed

    def fit(self, table):
        self.learner.fit(table.features, table.arm, table.outcome, p=table.share, seed=self.seed)


class Forest:
    """Uplift trees; they need a label of 0 or 1 and the arms in words."""

    def __init__(self, threads, seed):
        self.learner = UpliftRandomForestClassifier(control_name="control", n_jobs=threads, random_state=seed)

    def fit(self, table):
        if not np.isin(table.outcome, (0, 1)).all():
            raise NotImplementedError("CausalML's uplift forest needs an outcome of 0 or 1.")
        words = np.where(table.arm == 1, "treated", "control")
        self.learner.fit(table.features.astype(np.float64), words, table.outcome.astype(int))

    def effect(self, table):
        return self.learner.predict(table.features.astype(np.float64)).ravel()


def residual(outcome, effect, seed):
    """An R-learner whose folds come one after the other, since XGBoost uses all threads within each."""
    learner = BaseRRegressor(outcome_learner=outcome, effect_learner=effect, random_state=seed)
    learner.cv_n_jobs = 1
    return learner


def peers(settings):
    """A peer per name, made when it is called."""
    outcome = lambda: trees.regressor(settings, "outcome")
    effect = lambda: trees.regressor(settings, "effect")
    seed = int(settings["seed"])
    return {
        "causalml-s": lambda: SingleOrTwo(BaseSRegressor(outcome())),
        "causalml-t": lambda: SingleOrTwo(BaseTRegressor(outcome())),
        "causalml-x": lambda: Meta(
            BaseXRegressor(
                control_outcome_learner=outcome(),
                treatment_outcome_learner=outcome(),
                control_effect_learner=effect(),
                treatment_effect_learner=effect(),
            )
        ),
        "causalml-x-shipped": lambda: Meta(BaseXRegressor(trees.shipped(settings))),
        "causalml-r": lambda: Meta(residual(outcome(), effect(), seed)),
        "causalml-dr": lambda: DoublyRobust(
            BaseDRRegressor(
                control_outcome_learner=outcome(),
                treatment_outcome_learner=outcome(),
                treatment_effect_learner=effect(),
            ),
            seed,
        ),
        "causalml-forest": lambda: Forest(int(settings["threads"]), seed),
    }
