#!/usr/bin/env python3
"""Capability of real requests, beside TF-IDF and logistic regression trained on the other sources.

    Tests/Evaluation/capability.py .build/release/stillwatch-detector corpus.jsonl.gz

Takes the corpus' rows that were really sent, rebuilt from the sender's own template, or belong to a benchmark. In each of three
splits a third of the families of sources is held out; the detector learns nothing from the others. A target counts where the
held-out part has 50 rows of it and the other part has any, so that both had a chance. Needs scikit-learn.
"""
import collections
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

import texts

STRENGTHS = ("verbatim", "reconstructed", "benchmark")
NAMES = {"reasoning": "reasoning_trace", "rubric_grading": "reward_grading", "tool_use": "tool_orchestration",
         "general_chat": "general", "censorship_safe_rewriting": "policy_rewrite"}
SPLITS = 3
FEWEST = 50


def rows(corpus):
    """The rows that count, each with its family and its target."""
    with gzip.open(corpus, "rt") as file:
        for line in file:
            row = json.loads(line)
            if row.get("prov") in STRENGTHS:
                yield {**row, "family": texts.family(row["source"]),
                       "target": NAMES.get(row["capability"], row["capability"])}


def request(number, row):
    """A row as one line of a log; a hundred rows of one source share an account."""
    fields = {"id": f"r{number}", "time": 1_777_593_600_000 + number * 1_000, "account": f"{row['source']}-{number // 100}",
              "messages": [{"role": "user", "content": row["prompt"]}], "response": row.get("response"),
              "system": row.get("system"), "tools": row.get("tools")}
    return {name: value for name, value in fields.items() if value}


def ours(detector, held_out):
    """F1 of each target, by the detector."""
    with tempfile.TemporaryDirectory() as folder:
        log = [request(number, row) for number, row in enumerate(held_out)]
        accounts = {one["account"]: {"label": "benign", "class": "ordinary"} for one in log}
        with open(f"{folder}/log.jsonl", "w") as file:
            file.writelines(json.dumps(one) + "\n" for one in log)
        with open(f"{folder}/truth.json", "w") as file:
            json.dump({"accounts": accounts, "exchanges": "exchanges.jsonl"}, file)
        with open(f"{folder}/exchanges.jsonl", "w") as file:
            file.writelines(json.dumps({"id": f"r{number}", "target": row["target"], "harvest": False}) + "\n"
                            for number, row in enumerate(held_out))
        subprocess.run([detector, "ingest", "--state", f"{folder}/state", f"{folder}/log.jsonl"], check=True, capture_output=True)
        done = subprocess.run([detector, "evaluate", "--state", f"{folder}/state", "--truth", f"{folder}/truth.json", "--json",
                               "--checkpoints=0"], check=True, capture_output=True, text=True)
    return {name: one.get("f1") or 0 for name, one in json.loads(done.stdout)["capability"]["per_target"].items()}


def baseline(known, held_out, counted):
    """F1 of each target, by words alone."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, max_features=200_000)
    model = LogisticRegression(max_iter=1_000, class_weight="balanced")
    model.fit(words.fit_transform(row["prompt"] for row in known), [row["target"] for row in known])
    found = model.predict(words.transform(row["prompt"] for row in held_out))
    return dict(zip(counted, f1_score([row["target"] for row in held_out], found, labels=counted, average=None, zero_division=0)))


def main():
    everything = list(rows(sys.argv[2]))
    families = sorted({row["family"] for row in everything}, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    print("| held out | target | rows | stillwatch F1 | TF-IDF F1 |\n|---|---|---|---|---|")
    for split in range(SPLITS):
        names = families[split::SPLITS]
        held_out = [row for row in everything if row["family"] in names]
        known = [row for row in everything if row["family"] not in names]
        there = {row["target"] for row in known}
        counts = collections.Counter(row["target"] for row in held_out)
        counted = sorted(name for name, count in counts.items() if count >= FEWEST and name in there)
        alone = sorted(name for name, count in counts.items() if count >= FEWEST and name not in there)
        mine, theirs = ours(sys.argv[1], held_out), baseline(known, held_out, counted)
        for name in counted:
            print(f"| {', '.join(names)} | {name} | {counts[name]} | {mine.get(name, 0):.3f} | {theirs[name]:.3f} |")
        for name in alone:
            print(f"| {', '.join(names)} | {name}, in no other source | {counts[name]} | {mine.get(name, 0):.3f} | – |")
        if counted:
            average = [sum(of.get(name, 0) for name in counted) / len(counted) for of in (mine, theirs)]
            print(f"| | **macro** | {len(held_out)} | **{average[0]:.3f}** | **{average[1]:.3f}** |", flush=True)


if __name__ == "__main__":
    main()
