"""EconML's learners. The arms were drawn by lot, so the model of the treatment is the share of the treated."""

from econml.dml import CausalForestDML
from econml.dr import DRLearner
from econml.metalearners import XLearner
from sklearn.dummy import DummyClassifier

import trees


class Estimator:
    """An estimator behind the two calls that every peer answers."""

    def __init__(self, estimator, **fitting):
        self.estimator = estimator
        self.fitting = fitting

    def fit(self, table):
        self.estimator.fit(table.outcome, table.arm, X=table.features, **self.fitting)

    def effect(self, table):
        return self.estimator.effect(table.features).ravel()


def peers(settings):
    """A peer per name, made when it is called."""
    outcome = lambda: trees.regressor(settings, "outcome")
    effect = lambda: trees.regressor(settings, "effect")
    lot = lambda: DummyClassifier(strategy="prior")
    seed = int(settings["seed"])
    return {
        "econml-forest": lambda: Estimator(
            CausalForestDML(
                model_y=outcome(),
                model_t=lot(),
                discrete_treatment=True,
                n_jobs=int(settings["threads"]),
                random_state=seed,
            )
        ),
        "econml-dr": lambda: Estimator(
            DRLearner(
                model_propensity=lot(),
                model_regression=outcome(),
                model_final=effect(),
                random_state=seed,
            )
        ),
        "econml-x": lambda: Estimator(
            XLearner(models=outcome(), cate_models=effect(), propensity_model=lot())
        ),
    }
