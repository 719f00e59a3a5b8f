#!/usr/bin/env python3
"""Checks the second simulator on a corpus of made-up texts: `make check` calls it. Some seconds.

The same options must give the same bytes, another seed another log, and the truth must fit the log.
"""
import argparse
import collections
import contextlib
import gzip
import hashlib
import io
import json
import pathlib
import random
import sys
import tempfile

import corpus
import cutting
import paraphrase
import simulate
import traffic
from purposes import PURPOSES

ACCOUNTS, CAMPAIGN = 240, 5
WORDS = "river stone letter garden window number answer market travel winter engine colour method signal forest".split()


def write_corpus(path):
    """Texts of made-up words, of two sources of each kind."""
    rng = random.Random(1)
    with gzip.open(path, "wt") as file:
        for place in range(800):
            kind = ("attack", "benign")[place % 2]
            text = " ".join(rng.choice(WORDS).capitalize() + " " + " ".join(rng.choices(WORDS, k=9)) + "." for _ in range(6))
            file.write(json.dumps({"source": f"{kind}-{place % 4}", "kind": kind, "capability": "general_chat",
                                   "prompt": f"{place} {text}"}) + "\n")


def made(folder, corpus_path, seed):
    """What a run writes: the lines of the log, its truth, and a digest of all."""
    words = f"--out {folder} --texts {corpus_path} --accounts {ACCOUNTS} --exchanges {ACCOUNTS * 8} --seed {seed} " \
            f"--campaign-size {CAMPAIGN} --campaigns 2 --share 0.5 --infrastructure shared"
    with contextlib.redirect_stdout(io.StringIO()):
        simulate.main(words.split())
    files = sorted(pathlib.Path(folder).iterdir())
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    with gzip.open(f"{folder}/log.jsonl.gz", "rt") as file:
        lines = [json.loads(line) for line in file]
    with gzip.open(f"{folder}/truth-exchanges.jsonl.gz", "rt") as file:
        exchanges = {record["id"]: record for record in map(json.loads, file)}
    return lines, json.load(open(f"{folder}/truth.json"))["accounts"], exchanges, digest


def check_log(lines, accounts, exchanges):
    """The log is in order, holds one release, and its truth speaks of the same accounts and exchanges."""
    sent = [line for line in lines if "account" in line]
    assert len(lines) == len(sent) + 1, "one model is released"
    assert {line["id"] for line in sent} == set(exchanges) and len(sent) == len(exchanges), "each exchange has its truth"
    assert {line["account"] for line in sent} == set(accounts), "each account has its truth"
    times = [line["time"] for line in sent]
    assert times == sorted(times), "the log is in the order of time"
    assert all(line["account_created"] < line["time"] <= line["end_time"] for line in sent), "accounts are made before they send"
    harvesters = {name for name, own in accounts.items() if own["label"] == "mixed"}
    assert len(harvesters) == 2 * CAMPAIGN, "campaigns are as large as asked"
    harvests = collections.Counter(line["account"] for line in sent if exchanges[line["id"]]["harvest"])
    assert set(harvests) == harvesters, "harvesters harvest, and nobody else does"
    classes = collections.Counter(own["class"] for own in accounts.values())
    assert len(classes) == 13 and min(classes.values()) >= 2, "every class is there"


def check_sides(path):
    """No text is on two sides, and a deck deals each before any again."""
    options = argparse.Namespace(campaigns=2, campaign_size=CAMPAIGN, accounts=ACCOUNTS, share=.5)
    texts = corpus.load(path)
    ordinary, campaigns = corpus.sides(texts, options, 8, 1, random.Random(2))
    sides = [[text for pile in deck.kinds.values() for text in pile] for deck in (ordinary, *campaigns)]
    assert sum(map(len, sides)) == len(texts) == len({id(text) for side in sides for text in side}), "each text is on one side"
    for _ in range(200):
        ordinary.text(None)
        ordinary.deal("benign-1")
    uses = [text.uses for text in texts if text.source == "benign-1" and text in sides[0]]
    assert max(uses) - min(uses) <= 1, "texts are dealt in turn"


def check_words():
    """Paraphrases differ, keep the text, and a cut is about as long as asked."""
    rng = random.Random(3)
    said = {paraphrase.paraphrased(PURPOSES["cot"], "the river", rng) for _ in range(50)}
    assert len(said) > 45 and all("the river" in one for one in said), "each paraphrase is another"
    long = " ".join(f"Sentence {number} says so." for number in range(400))
    assert all(150 <= len(cutting.cut(long, use, rng, 300)) <= 800 for use in (0, 1, 2)), "cuts are as long as asked"


def check_traffic():
    """Arrivals lie in their span, as many as asked, in order."""
    arrivals = traffic.made_up().arrivals(500, 3600, random.Random(4))
    assert len(arrivals) == 500 and arrivals == sorted(arrivals) and 0 <= arrivals[0] and arrivals[-1] <= 3600


def main():
    check_words()
    check_traffic()
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/corpus.jsonl.gz"
        write_corpus(path)
        check_sides(path)
        *first, digest = made(f"{folder}/one", path, 1)
        check_log(*first)
        assert made(f"{folder}/again", path, 1)[-1] == digest, "the same options give the same log"
        assert made(f"{folder}/other", path, 2)[-1] != digest, "another seed gives another log"
    print("the second simulator: no problems")


if __name__ == "__main__":
    sys.exit(main())
