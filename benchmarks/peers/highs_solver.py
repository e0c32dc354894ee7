"""HiGHS through its own Python package."""

import highspy
import numpy as np


class Highs:
    def __init__(self, whole, threads):
        self.whole = whole
        self.threads = threads

    def build(self, campaign):
        columns = len(campaign.worth)
        model = highspy.HighsLp()
        model.num_col_ = columns
        model.num_row_ = len(campaign.most)
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_ = campaign.worth
        model.col_lower_ = np.zeros(columns)
        model.col_upper_ = np.ones(columns)
        model.row_lower_ = np.full(len(campaign.most), -highspy.kHighsInf)
        model.row_upper_ = campaign.most
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = campaign.matrix.indptr
        model.a_matrix_.index_ = campaign.matrix.indices
        model.a_matrix_.value_ = campaign.matrix.data
        if self.whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * columns
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", self.threads)
        self.solver.passModel(model)

    def solve(self, seconds):
        self.solver.setOptionValue("time_limit", seconds)
        self.solver.run()

    def status(self):
        return self.solver.modelStatusToString(self.solver.getModelStatus())

    def has_plan(self):
        return self.solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible

    def plan(self):
        return self.solver.getSolution().col_value

    def prices(self):
        return self.solver.getSolution().row_dual

    def bound(self):
        info = self.solver.getInfo()
        return info.mip_dual_bound if self.whole else info.objective_function_value
