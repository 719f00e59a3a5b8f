#!/usr/bin/env python3
"""Fits the curves of the score model to the accounts that `evaluate.py --keep` left, and prints them as Swift.

    Tests/Evaluation/evaluate.py DETECTOR --texts corpus.jsonl.gz --part fit --seeds 31 --keep features
    Tests/Evaluation/fit.py features [others...]

A logistic regression over the segments of each curve. No segment takes anything away, so that curves are monotone; the whole of
a curve stays under a cap that is set by hand below, so that no behaviour of one account and no single kind of shared evidence
reaches the threshold, and so that a habit of the simulator cannot carry the score. Other folders are judged by the fit, which
does not see them. Needs numpy, scipy and scikit-learn.
"""
import collections
import json
import pathlib
import sys

import numpy
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score

# For each signal: the most that its curve may add, in log-odds, and the values between which it may rise, the one that adds
# nothing first. Where that is the largest, it is little of the signal that speaks for a harvest.
CURVES = {
    "shared_template": (5.0, [0, 0.5, 1, 2, 3, 4, 6, 10]),
    "shared_payment": (2.2, [0, 1, 2, 4]),
    "shared_infrastructure": (2.2, [0.8, 1.3, 2, 3]),
    "synchrony": (2.2, [0, 2, 6]),
    "load_balance": (2.4, [0.5, 0.6, 0.7]),
    "window_mmd": (1.0, [0.02, 0.08, 0.3]),
    "near_duplicates": (0.8, [0.1, 0.45, 0.8]),
    "injected_span": (1.0, [0.02, 0.15, 0.5, 0.9]),
    "release_pivot": (0.8, [0.1, 0.4, 0.8]),
    "trace_elicitation": (0.8, [0.05, 0.3, 0.8]),
    "target_focus": (1.2, [0.1, 0.35, 0.7]),
    "ramp": (0.6, [0.2, 0.6, 1.2]),
    "mixture": (0.8, [0.1, 0.5, 0.9]),
    "slot_variation": (0.5, [0.3, 0.8]),
    "probing": (0.5, [0, 0.02]),
    "signature_replay": (0.4, [0.3, 0.8]),
    "grader_shape": (0.3, [0.3, 0.9]),
    "template_concentration": (0.3, [0.3, 0.9]),
    "parameter_rigidity": (1.0, [1, 0.95, 0.7]),
    "single_turn": (0.3, [0.5, 1]),
    "periodicity": (0.3, [0, 0.7]),
    "circadian": (0.3, [0.5, 0.9]),
    "volume_ratio": (0.3, [0.3, 0.8, 1.5]),
    "trace_yield": (0.3, [0.3, 1]),
    "own_baseline": (0.3, [0.2, 0.6]),
    "relay": (0.3, [2, 4]),
}
# What the disclosures name and our logs show too seldom to weigh: the least that a full curve adds.
FLOORS = {"synchrony": 1.6, "trace_elicitation": 0.3, "injected_span": 0.3, "target_focus": 0.3, "release_pivot": 0.3,
          "shared_payment": 1.2, "shared_infrastructure": 0.8, "probing": 0.2, "signature_replay": 0.1,
          "grader_shape": 0.1, "circadian": 0.1, "volume_ratio": 0.1}
# From this score on an account is flagged.
THRESHOLD = 0.8
# What must stay below the threshold: everything that an account does, with all that content says which a candidate's members or
# ordinary accounts share (a value of 3), unless the cluster's load is even.
BEHAVIOUR = ("target_focus", "trace_elicitation", "grader_shape", "template_concentration", "circadian", "periodicity",
             "release_pivot", "volume_ratio", "ramp", "slot_variation", "probing", "signature_replay", "parameter_rigidity",
             "single_turn", "trace_yield", "own_baseline", "relay", "injected_span", "near_duplicates", "mixture", "window_mmd")
CANDIDATE_CONTENT = 3
# How far below, in log-odds.
MARGIN = 0.3
# What must reach it: content that a coordinated cluster shares, with the strongest of payments, ranges or steps.
PAIRS = [("shared_template", "shared_payment"), ("shared_template", "shared_infrastructure"), ("shared_template", "synchrony")]
STRENGTH = 5e-4  # of the pull of every segment towards 0
POSITIVE = ("distillation", "mixed")


def segments(row):
    """How far an account's signals have come along each segment of each curve, 0 to 1."""
    return [0 if row["signals"].get(name) is None else min(1, max(0, (row["signals"][name] - low) / (high - low)))
            for name, (_, points) in CURVES.items() for low, high in zip(points, points[1:])]


OWNER = [name for name, (_, points) in CURVES.items() for _ in points[1:]]
ENDS = [high for _, points in CURVES.values() for high in points[1:]]


def rules():
    """The two rules as sums that may not be negative: a constant and a factor for the base and for each segment."""
    edge = float(numpy.log(THRESHOLD / (1 - THRESHOLD)))
    quiet = [name in BEHAVIOUR or name == "shared_template" and end <= CANDIDATE_CONTENT for name, end in zip(OWNER, ENDS)]
    yield edge - MARGIN, -numpy.array([1, *quiet], float)
    for pair in PAIRS:
        yield -edge - 0.02, numpy.array([1, *(name in pair for name in OWNER)], float)


class Cell:
    """The accounts of one log, without its relays."""

    def __init__(self, path):
        rows = [row for row in json.load(open(path)).values() if row["label"] != "relay"]
        self.name = path.stem
        self.segments = numpy.array([segments(row) for row in rows])
        self.truth = numpy.array([row["label"] in POSITIVE for row in rows], float)
        self.classes = [row.get("class") for row in rows]
        self.before = numpy.array([row.get("score") or 0 for row in rows])


def fitted(cells):
    """The base and the rise of each segment."""
    x = numpy.concatenate([cell.segments for cell in cells])
    y = numpy.concatenate([cell.truth for cell in cells])
    owner = {name: numpy.array([one == name for one in OWNER], float) for name in CURVES}

    def loss(weights):
        z = weights[0] + x @ weights[1:]
        slope = 1 / (1 + numpy.exp(-z)) - y
        value = numpy.mean(numpy.logaddexp(0, z) - y * z) + STRENGTH * numpy.sum(weights[1:] ** 2)
        return value, numpy.concatenate([[slope.mean()], x.T @ slope / len(y) + 2 * STRENGTH * weights[1:]])

    bounds = [(None, None)] + [(0, None)] * len(OWNER)
    limits = []
    for name, (cap, _) in CURVES.items():
        row = numpy.concatenate([[0], owner[name]])
        limits.append({"type": "ineq", "fun": lambda w, r=row, c=cap: c - r @ w, "jac": lambda w, r=row: -r})
        if name in FLOORS:
            limits.append({"type": "ineq", "fun": lambda w, r=row, f=FLOORS[name]: r @ w - f, "jac": lambda w, r=row: r})
    for constant, row in rules():
        limits.append({"type": "ineq", "fun": lambda w, r=row, c=constant: c + r @ w, "jac": lambda w, r=row: r})
    start = numpy.concatenate([[-5], numpy.full(len(OWNER), 0.2)])
    return minimize(loss, start, jac=True, method="SLSQP", bounds=bounds, constraints=limits,
                    options={"maxiter": 500, "ftol": 1e-9}).x


def rate(truth, scores, share):
    """The true-positive rate at a false-positive rate of at most `share`."""
    negatives = numpy.sort(scores[truth == 0])[::-1]
    return (scores[truth == 1] > negatives[int(share * len(negatives))]).mean()


def judged(cells, weights):
    """Each cell's ranking by its score when it was kept, and by these weights."""
    for cell in cells:
        scores = cell.segments @ weights[1:]
        yield (cell.name, average_precision_score(cell.truth, cell.before), average_precision_score(cell.truth, scores),
               rate(cell.truth, scores, 0.01))


def left_out(cells, parts=4):
    """Each cell's ranking by a model that was fitted without a quarter of the cells, this one among them."""
    for part in range(parts):
        weights = fitted([cell for place, cell in enumerate(cells) if place % parts != part])
        yield from judged(cells[part::parts], weights)


def show(results):
    """A line for each cell, and the means."""
    results = sorted(results)
    for name, before, after, at in results:
        print(f"{name:34} AUPRC {before:.3f} -> {after:.3f}  TPR at 1 % {at:.2f}")
    print(f"mean AUPRC {numpy.mean([one[1] for one in results]):.3f} -> {numpy.mean([one[2] for one in results]):.3f}, "
          f"TPR at 1 % {numpy.mean([one[3] for one in results]):.3f}")


def swift(weights):
    """The curves as ScoreModel+Shipped.swift has them."""
    print(f"base: {weights[0]:.2f}")
    for name, (_, points) in CURVES.items():
        rises = weights[1:][[one == name for one in OWNER]]
        total = rises.sum()
        if total < 0.05:
            print(f"// {name}: {total:.2f}")
            continue
        shares = numpy.concatenate([[0], numpy.cumsum(rises) / total])
        knots = ", ".join(f"({value:g}, {share:.2f})" for value, share in zip(points, shares))
        if points[0] > points[-1]:
            knots = ", ".join(f"({value:g}, {share:.2f})" for value, share in zip(points[::-1], shares[::-1]))
        word = "".join(part if place == 0 else part.capitalize() for place, part in enumerate(name.split("_")))
        print(f".{word}: curve({total:.2f}, {knots}),")


def flagged(cells, weights):
    """At several thresholds, the share of positives and of each look-alike class that is flagged."""
    logit = numpy.concatenate([cell.segments for cell in cells]) @ weights[1:] + weights[0]
    score = 1 / (1 + numpy.exp(-logit))
    truth = numpy.concatenate([cell.truth for cell in cells])
    classes = numpy.array([one for cell in cells for one in cell.classes])
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        over = score >= threshold
        shares = {str(name): round(float(over[(classes == name) & (truth == 0)].mean()), 3) for name in sorted(set(classes[truth == 0]), key=str)}
        print(threshold, f"recall {over[truth == 1].mean():.3f} precision {truth[over].mean():.3f}",
              {name: share for name, share in shares.items() if share})


def main():
    folders = [[Cell(path) for path in sorted(pathlib.Path(folder).glob("*.json"))] for folder in sys.argv[1:]]
    cells = folders[0]
    show(left_out(cells))
    weights = fitted(cells)
    swift(weights)
    flagged(cells, weights)
    for others in folders[1:]:
        show(judged(others, weights))
        flagged(others, weights)


if __name__ == "__main__":
    main()
