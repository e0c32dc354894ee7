"""Computes a library's own metrics of all contenders' predictions: metrics.py LIBRARY DATA KEPT SPLIT,…

KEPT has a folder per contender with a file SPLIT.f64 each. Writes LIBRARY.SPLIT.tsv beside it, 17 digits.
"""

import importlib
import sys
import warnings
from pathlib import Path

import numpy as np
import table


def main(library, data, kept, splits):
    warnings.filterwarnings("ignore")
    metrics = importlib.import_module(library + "_metrics")
    for split in splits.split(","):
        judge = table.Table(Path(data) / split / "judge")
        for prediction in sorted(Path(kept).glob(f"*/{split}.f64")):
            facts = table.Facts(prediction.with_name(f"{library}.{split}.tsv"))
            if facts.file.exists() and facts.file.stat().st_mtime >= prediction.stat().st_mtime:
                continue
            for name, value in metrics.of(np.fromfile(prediction, dtype="<f8"), judge).items():
                facts.add(name, repr(float(value)))
            facts.write()


if __name__ == "__main__":
    main(*sys.argv[1:])
