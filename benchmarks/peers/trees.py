"""XGBoost with the trees that Marginal's own settings tell, so that no peer is handicapped by worse ones."""

from xgboost import XGBClassifier, XGBRegressor


def parameters(settings, role):
    """What XGBoost is told for a role: `outcome`, `order` or `effect`."""
    rounds, depth, rate, leaf, ridge, rows = settings["trees." + role].split(",")
    return {
        "n_estimators": int(rounds),
        "max_depth": int(depth),
        "learning_rate": float(rate),
        "min_child_weight": float(leaf),
        "reg_lambda": float(ridge),
        "subsample": float(rows),
        "tree_method": "hist",
        "n_jobs": int(settings["threads"]),
        "random_state": int(settings["seed"]),
    }


def regressor(settings, role):
    return XGBRegressor(**parameters(settings, role))


def classifier(settings, role):
    return XGBClassifier(**parameters(settings, role))


def shipped(settings):
    """XGBoost as it comes."""
    return XGBRegressor(n_jobs=int(settings["threads"]), random_state=int(settings["seed"]))
