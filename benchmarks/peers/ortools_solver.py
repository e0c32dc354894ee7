"""A solver behind OR-Tools' model builder."""

import numpy as np
from ortools.linear_solver.python import model_builder_helper as helper


class OrTools:
    def __init__(self, name, whole, parameters):
        self.name = name
        self.whole = whole
        self.parameters = parameters

    def build(self, campaign):
        columns = len(campaign.worth)
        self.model = helper.ModelBuilderHelper()
        self.model.fill_model_from_sparse_data(
            np.zeros(columns),
            np.ones(columns),
            campaign.worth,
            np.full(len(campaign.most), -np.inf),
            campaign.most,
            campaign.matrix,
        )
        self.model.set_maximize(True)
        if self.whole:
            for column in range(columns):
                self.model.set_var_integrality(column, True)

    def solve(self, seconds):
        self.solver = helper.ModelSolverHelper(self.name)
        self.solver.set_time_limit_in_seconds(seconds)
        if self.parameters:
            self.solver.set_solver_specific_parameters(self.parameters)
        self.solver.solve(self.model)

    def status(self):
        return self.solver.status().name

    def has_plan(self):
        return self.solver.has_solution()

    def plan(self):
        return self.solver.variable_values()

    def prices(self):
        return self.solver.dual_values()

    def bound(self):
        return self.solver.best_objective_bound() if self.has_plan() else float("nan")
