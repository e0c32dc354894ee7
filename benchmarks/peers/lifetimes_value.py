"""lifetimes' models of customers' purchases and of what they amount to."""

import numpy as np
from lifetimes import BetaGeoFitter, GammaGammaFitter, ParetoNBDFitter
from lifetimes.utils import summary_data_from_transaction_data

AMOUNTS = {"p": "p", "q": "q", "v": "gamma"}


class Lifetimes:
    """Fits the model of purchases, to equal histories once each if `grouped`, and Gamma-Gamma."""

    def __init__(self, model, grouped):
        self.model = model
        self.grouped = grouped
        self.amounts = GammaGammaFitter()

    def histories(self, log, until):
        table = summary_data_from_transaction_data(
            log, "customer", "day", monetary_value_col="amount", observation_period_end=until, freq="D"
        )
        return table.sort_index()

    def fit(self, histories):
        if self.grouped:
            groups = histories.groupby(["frequency", "recency", "T"]).size().reset_index(name="weights")
            self.model.fit(groups["frequency"], groups["recency"], groups["T"], weights=groups["weights"])
        else:
            self.model.fit(histories["frequency"], histories["recency"], histories["T"])

    def fit_amounts(self, histories):
        spenders = spending(histories)
        self.amounts.fit(spenders["frequency"], spenders["monetary_value"])

    def parameters(self):
        found = {name: value for name, value in self.model.params_.items()}
        found.update({AMOUNTS[name]: value for name, value in self.amounts.params_.items()})
        return found

    def take(self, parameters):
        """Other parameters from here on."""
        for name in self.model.params_.index:
            self.model.params_[name] = parameters[name]
        for name, ours in AMOUNTS.items():
            self.amounts.params_[name] = parameters[ours]

    def scores(self, histories, horizon):
        purchases = self.model.conditional_expected_number_of_purchases_up_to_time(
            horizon, histories["frequency"].values, histories["recency"].values, histories["T"].values
        )
        # whoever came back for nothing has no mean of their own, as at Marginal
        frequency = np.where(histories["monetary_value"] > 0, histories["frequency"], 0)
        spend = self.amounts.conditional_expected_average_profit(frequency, histories["monetary_value"].values)
        return np.asarray(purchases), np.asarray(spend)

    def alive(self, histories):
        alive = self.model.conditional_probability_alive(
            histories["frequency"].values, histories["recency"].values, histories["T"].values
        )
        return np.asarray(alive)

    def likelihood(self, histories):
        """In days: the library's own is in its scale of time, and a density changes by the scale for each purchase."""
        scale = self.model._scale
        parameters = self.model.params_.copy()
        for name in ("alpha", "beta"):
            if name in parameters:
                parameters[name] *= scale
        values = parameters.values if isinstance(self.model, ParetoNBDFitter) else np.log(parameters.values)
        weights = np.ones(len(histories), dtype=int)
        mean = self.model._negative_log_likelihood(
            values,
            histories["frequency"].values.astype(int),
            histories["recency"].values * scale,
            histories["T"].values * scale,
            weights,
            0,
        )
        total = -mean if isinstance(self.model, ParetoNBDFitter) else -mean * len(histories)
        return total + histories["frequency"].sum() * np.log(scale)

    def likelihood_of_amounts(self, histories):
        spenders = spending(histories)
        mean = self.amounts._negative_log_likelihood(
            np.log(self.amounts.params_.values),
            spenders["frequency"].values,
            spenders["monetary_value"].values,
            np.ones(len(spenders), dtype=int),
            0,
        )
        return -mean * len(spenders)


def spending(histories):
    return histories[(histories["frequency"] > 0) & (histories["monetary_value"] > 0)]


def fitter(name):
    """A fitter by its name, such as `lifetimes-bg-grouped`."""
    model = ParetoNBDFitter() if "pareto" in name else BetaGeoFitter()
    return Lifetimes(model, name.endswith("grouped"))
