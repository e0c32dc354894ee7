"""CausalML's own AUUC and Qini of any predictions."""

import numpy as np
import pandas as pd
from causalml.metrics import auuc_score, qini_score


def of(score, judge):
    """Its values depend on how rows of equal scores happen to be sorted; here they keep the order of the input."""
    places = np.empty(len(score))
    places[np.argsort(-score, kind="stable")] = np.arange(len(score), 0, -1)
    frame = pd.DataFrame({"score": places, "y": judge.outcome, "w": judge.arm})
    return {
        "auuc.causalml": auuc_score(frame)["score"],
        "auuc.causalml, raw": auuc_score(frame, normalize=False)["score"],
        "qini.causalml": qini_score(frame)["score"],
        "qini.causalml, raw": qini_score(frame, normalize=False)["score"],
    }
