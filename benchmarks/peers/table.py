"""Reads what Marginal's benchmarks wrote for every contender alike, and writes what a peer found.

A part of a split (`learn` or `judge`) is a folder of plain little-endian arrays: features column by column,
32-bit; the arm, 0 or 1; the outcome; the share of the treated. A category is a column of codes; peers get a
column of ones and zeros per word instead, since most of them know numbers only.
"""

import os
import resource
import time
from pathlib import Path

import numpy as np


class Table:
    """The rows of one part."""

    def __init__(self, folder):
        folder = Path(folder)
        self.arm = np.fromfile(folder / "arm.i32", dtype="<i4").astype(np.int64)
        self.outcome = np.fromfile(folder / "outcome.f64", dtype="<f8")
        self.share = np.fromfile(folder / "share.f64", dtype="<f8")
        self.features = numbers(folder, len(self.arm))


def numbers(folder, rows):
    """Features row by row; categories as ones and zeros."""
    specs = [line.split("\t") for line in (folder / "features.tsv").read_text().splitlines()]
    values = np.memmap(folder / "features.f32", dtype="<f4", mode="r").reshape(len(specs), rows)
    width = sum(max(1, len(spec) - 1) for spec in specs)
    matrix = np.empty((rows, width), dtype=np.float32)
    column = 0
    for number, spec in enumerate(specs):
        words = len(spec) - 1
        for code in range(words):
            matrix[:, column + code] = values[number] == code
        if not words:
            matrix[:, column] = values[number]
        column += max(1, words)
    return matrix


def settings(file):
    """Name and value per line."""
    return dict(line.split("\t") for line in Path(file).read_text().splitlines())


class Facts:
    """Lines of name, tab, text; as Marginal's own measurements write them."""

    def __init__(self, file):
        self.file = Path(file)
        self.lines = []

    def add(self, name, value):
        self.lines.append(f"{name}\t{' '.join(str(value).split())}\n")

    def time(self, name, work):
        """What the work returns; tells its wall time and the time that all cores worked for it."""
        wall, cores = time.perf_counter(), core_seconds()
        result = work()
        self.add(name + ", work", core_seconds() - cores)
        self.add(name, time.perf_counter() - wall)
        return result

    def write(self):
        """All at once, so that a file is there only when its measurement is complete."""
        self.add("peak bytes", peak_bytes())
        part = self.file.with_suffix(".part")
        part.write_text("".join(self.lines))
        os.replace(part, self.file)


def core_seconds():
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def peak_bytes():
    """The most memory that this process has held (VmHWM)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0
