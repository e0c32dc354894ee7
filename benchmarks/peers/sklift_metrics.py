"""scikit-uplift's own metrics of any predictions; they need outcomes of 0 or 1."""

import numpy as np
from sklift.metrics import qini_auc_score, uplift_auc_score, uplift_at_k


def of(score, judge):
    if not np.isin(judge.outcome, (0, 1)).all():
        return {}
    outcome = judge.outcome.astype(int)
    # Beside the curves, this metric takes tied rows in the order in which a sort leaves them.
    places = np.empty(len(score))
    places[np.argsort(-score, kind="stable")] = np.arange(len(score), 0, -1)
    return {
        "qini.sklift": qini_auc_score(outcome, score, judge.arm),
        "uplift.sklift": uplift_auc_score(outcome, score, judge.arm),
        "uplift.sklift at 30 %": uplift_at_k(outcome, places, judge.arm, strategy="overall", k=0.3),
        "uplift.sklift at 30 % by group": uplift_at_k(outcome, places, judge.arm, strategy="by_group", k=0.3),
    }
