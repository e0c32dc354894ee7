"""Lets one solver plan a campaign: allocation.py SOLVER CAMPAIGN OUT SECONDS THREADS

CAMPAIGN is a folder of plain arrays: worth.f64 (a number per option, customer by customer, in currency) and the
shared limits row by row: most.f64, rows.i32 (where each begins), options.i32 and amounts.f64. shape.tsv tells
offers and contacts per customer. Writes OUT/x.f64, how much of each option is sent; OUT/prices.f64, what a linear
solver says a unit of each shared limit is worth; and OUT/facts.tsv.
"""

import sys
from pathlib import Path

import numpy as np
from scipy import sparse

import table

PDLP = "num_threads: {} termination_criteria {{ simple_optimality_criteria {{ eps_optimal_absolute: 1e-6 eps_optimal_relative: 1e-6 }} }}"
ORTOOLS = {
    "pdlp": ("pdlp", False, PDLP),
    "glop": ("glop", False, "use_dual_simplex: true"),
    "scip": ("scip", True, ""),
    "cp-sat": ("sat", True, "num_workers: 8"),
}


def made(name, threads):
    """A solver by its name. OR-Tools brings a HiGHS of its own, so a process imports one of the two only."""
    if name in ORTOOLS:
        from ortools_solver import OrTools

        solver, whole, parameters = ORTOOLS[name]
        return OrTools(solver, whole, parameters.format(threads))
    from highs_solver import Highs

    return Highs(name == "highs", threads)


class Campaign:
    """Maximise worth · x where matrix · x ≤ most and x is between 0 and 1."""

    def __init__(self, folder):
        shape = table.settings(folder / "shape.tsv")
        self.worth = np.fromfile(folder / "worth.f64", dtype="<f8")
        self.shared = np.fromfile(folder / "most.f64", dtype="<f8")
        starts = np.fromfile(folder / "rows.i32", dtype="<i4")
        options = np.fromfile(folder / "options.i32", dtype="<i4")
        amounts = np.fromfile(folder / "amounts.f64", dtype="<f8")
        columns = len(self.worth)
        customers = columns // int(shape["offers"])
        limits = sparse.csr_matrix((amounts, options, starts), shape=(len(self.shared), columns))
        own = np.arange(0, columns + 1, int(shape["offers"]), dtype=np.int32)
        contacts = sparse.csr_matrix((np.ones(columns), np.arange(columns, dtype=np.int32), own))
        self.matrix = sparse.vstack([limits, contacts], format="csr")
        self.most = np.concatenate([self.shared, np.full(customers, float(shape["contacts"]))])


def main(name, campaign, out, seconds, threads):
    campaign, out = Campaign(Path(campaign)), Path(out)
    facts = table.Facts(out / "facts.tsv")
    solver = made(name, int(threads))
    facts.time("build", lambda: solver.build(campaign))
    facts.time("solve", lambda: solver.solve(float(seconds)))
    facts.add("status", solver.status())
    if np.isfinite(solver.bound()):
        facts.add("claimed", solver.bound())
    if solver.has_plan():
        np.asarray(solver.plan(), dtype="<f8").tofile(out / "x.f64")
        if not solver.whole:
            np.asarray(solver.prices()[: len(campaign.shared)], dtype="<f8").tofile(out / "prices.f64")
    facts.write()


if __name__ == "__main__":
    main(*sys.argv[1:])
