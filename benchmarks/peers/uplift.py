"""Lets one peer learn and predict, split by split: uplift.py PEER DATA OUT SPLIT,…

DATA/SETTINGS.tsv tells seed, threads and trees. For each split that OUT does not have yet, writes the predicted
effects of DATA/SPLIT/judge, and what fitting and predicting took. The peer is made anew for every split.
"""

import importlib
import sys
import warnings
from pathlib import Path

import table


def main(name, data, out, splits):
    warnings.filterwarnings("ignore")
    told = table.settings(Path(data) / "settings.tsv")
    family = importlib.import_module(name.split("-")[0] + "_peers")
    make = family.peers(told)[name]
    Path(out).mkdir(parents=True, exist_ok=True)
    for split in splits.split(","):
        facts = table.Facts(Path(out) / f"{split}.tsv")
        if not facts.file.exists():
            measure(make, Path(data) / split, Path(out) / f"{split}.f64", facts)


def measure(make, folder, prediction, facts):
    peer = make()
    learn, judge = table.Table(folder / "learn"), table.Table(folder / "judge")
    try:
        facts.time("fit", lambda: peer.fit(learn))
        effect = facts.time("score", lambda: peer.effect(judge))
        effect.astype("<f8").tofile(prediction)
    except NotImplementedError as refused:
        facts.add("refused", refused)
    facts.write()


if __name__ == "__main__":
    main(*sys.argv[1:])
