#!/usr/bin/env python3
"""Attacks a simulator: tries to tell harvesters from others without reading a word of what they say.

    Tests/Evaluation/second/attack.py LOG...

Each LOG is a folder that a simulator wrote. Boosted trees over the features of `attack_features.py`, judged on campaigns that
they did not learn from. What they find is a defect of the simulator, unless the disclosures say that harvesters are so. Logs of
one seed and campaign size are attacked together. Needs numpy and scikit-learn.
"""
import json
import random
import sys
import zlib

import attack_features
import numpy
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.inspection import permutation_importance
from sklearn.metrics import average_precision_score, roc_auc_score

PARTS = 4
POSITIVE = ("distillation", "mixed")


def accounts(folders):
    """Each account that may be ranked: its features, whether it harvests, and the group that is left out together."""
    for place, folder in enumerate(folders):
        truth = json.load(open(f"{folder}/truth.json"))["accounts"]
        for account, features in attack_features.of_log(f"{folder}/log.jsonl.gz").items():
            own = truth[account]
            if own["label"] != "relay":
                group = (place, own["campaign"]) if own.get("campaign") else zlib.crc32(account.encode()) % PARTS
                yield features, own["label"] in POSITIVE, group


def parts(groups):
    """The part of each account: campaigns are spread over the parts."""
    campaigns = sorted({group for group in groups if isinstance(group, tuple)})
    random.Random(1).shuffle(campaigns)
    part = {group: place % PARTS for place, group in enumerate(campaigns)}
    return numpy.array([part[group] if group in part else group for group in groups])


def left_out(table, truth, part):
    """The score of each account by trees that saw neither it nor its campaign, and what each feature is worth to them."""
    scores, worth = numpy.zeros(len(truth)), numpy.zeros(table.shape[1])
    for one in range(PARTS):
        held = part == one
        trees = HistGradientBoostingClassifier(max_iter=80, learning_rate=.08, l2_regularization=1, random_state=0)
        trees.fit(table[~held], truth[~held])
        scores[held] = trees.predict_proba(table[held])[:, 1]
        if truth[held].any():
            worth += permutation_importance(trees, table[held], truth[held], scoring="average_precision", n_repeats=2,
                                            random_state=0).importances_mean / PARTS
    return scores, worth


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    features, truth, groups = zip(*accounts(sys.argv[1:]))
    names = sorted({name for own in features for name in own})
    table = numpy.array([[float(own.get(name, numpy.nan)) for name in names] for own in features])
    truth = numpy.array(truth)
    scores, worth = left_out(table, truth, parts(groups))
    print(f"{len(truth)} accounts, {truth.sum()} harvest: average precision {average_precision_score(truth, scores):.3f}, "
          f"AUC {roc_auc_score(truth, scores):.3f}")
    print("\nMost worth to the trees:")
    for place in numpy.argsort(-worth)[:14]:
        print(f"  {worth[place]:.3f} {names[place]}")
    alone = {name: roc_auc_score(truth, numpy.nan_to_num(column, nan=-1)) for name, column in zip(names, table.T)}
    print("\nAUC alone:")
    for name in sorted(alone, key=lambda name: -abs(alone[name] - .5))[:20]:
        print(f"  {alone[name]:.3f} {name}")


if __name__ == "__main__":
    main()
