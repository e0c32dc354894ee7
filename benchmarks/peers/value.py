"""Lets a library learn from a log what customers will still buy, and writes what it took and what it predicts.

    value.py FITTER FOLDER OURS

FOLDER holds `log.csv` (customer,day,amount) and `split.tsv` (`until`, the last day that may be known, and `horizon`, the
days to look ahead); what is found goes to FOLDER/FITTER: `facts.tsv`, and columns of 64-bit numbers, one for each
customer in the order of their ids: `purchases` expected within the horizon and `spend` expected at one of them. OURS is
Marginal's facts: at its parameters the library computes the same again, `… at ours`, which is not timed.
"""

import sys
from pathlib import Path

import pandas as pd

import lifetimes_value
from table import Facts, peak_bytes, settings


def read(file):
    return pd.read_csv(file, dtype={"customer": str, "day": str, "amount": float})


def write(out, name, column):
    column.astype("<f8").tofile(out / (name + ".f64"))


def main(name, folder, ours):
    out = Path(folder) / name
    split = settings(Path(folder) / "split.tsv")
    horizon = float(split["horizon"])
    facts = Facts(out / "facts.tsv")
    fitter = lifetimes_value.fitter(name)
    log = facts.time("reading", lambda: read(Path(folder) / "log.csv"))
    histories = facts.time("summing", lambda: fitter.histories(log, split["until"]))
    facts.time("fit", lambda: fitter.fit(histories))
    facts.time("amounts", lambda: fitter.fit_amounts(histories))
    purchases, spend = facts.time("scoring", lambda: fitter.scores(histories, horizon))
    facts.add("memory at most", peak_bytes())
    for parameter, value in fitter.parameters().items():
        facts.add(parameter, value)
    write(out, "purchases", purchases)
    write(out, "spend", spend)

    fitter.take({name: float(value) for name, value in settings(ours).items() if name in fitter.parameters()})
    purchases, spend = fitter.scores(histories, horizon)
    write(out, "purchases at ours", purchases)
    write(out, "spend at ours", spend)
    write(out, "alive at ours", fitter.alive(histories))
    facts.add("likelihood at ours", fitter.likelihood(histories))
    facts.add("likelihood of amounts at ours", fitter.likelihood_of_amounts(histories))
    facts.write()


if __name__ == "__main__":
    main(*sys.argv[1:])
