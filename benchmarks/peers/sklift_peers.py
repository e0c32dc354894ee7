"""scikit-uplift's two models and class transformation."""

import numpy as np
from sklift.models import ClassTransformation, TwoModels

import trees


class Model:
    """A model behind the two calls that every peer answers."""

    def __init__(self, settings, make):
        self.settings = settings
        self.make = make

    def fit(self, table):
        self.model = self.make(self.settings, np.isin(table.outcome, (0, 1)).all())
        outcome = table.outcome
        if np.isin(outcome, (0, 1)).all():
            outcome = outcome.astype(int)
        self.model.fit(table.features, outcome, table.arm)

    def effect(self, table):
        return np.asarray(self.model.predict(table.features), dtype=float).ravel()


def two_models(settings, binary):
    make = (lambda: trees.classifier(settings, "order")) if binary else (lambda: trees.regressor(settings, "outcome"))
    return TwoModels(estimator_trmnt=make(), estimator_ctrl=make(), method="vanilla")


def class_transformation(settings, binary):
    if not binary:
        raise NotImplementedError("scikit-uplift's class transformation needs an outcome of 0 or 1.")
    return ClassTransformation(trees.classifier(settings, "order"))


def peers(settings):
    """A peer per name, made when it is called."""
    return {
        "sklift-two-models": lambda: Model(settings, two_models),
        "sklift-class": lambda: Model(settings, class_transformation),
    }
