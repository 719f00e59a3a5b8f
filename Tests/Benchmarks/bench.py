#!/usr/bin/env python3
"""Measures the programs beside their peers in one run: `bench.py BIN [PART ...]`, as `make bench` calls it.

The parts are `pipeline` (from a log to a cache), `speed` (the detector at several sizes, beside DuckDB), `leiden`
(communities beside igraph), `lists` (the queue beside less, tig and lnav; makes the pipeline's cache first) and `turns` (the
main thread during a sync of a million records); without one, all of them, some 25 minutes.
Prints each figure with its budget and with the ratio to a peer that did the like in the same run, since a number of
seconds says more about the machine than about the program. Bytes and the quality of communities do not hang on the
machine, so a budget of theirs that is missed fails the run; times never do.
"""
import argparse
import pathlib
import shutil
import sys
import tempfile

import leiden
import lists
import pipeline
import report
import speed
import turns

PARTS = ["pipeline", "speed", "leiden", "lists", "turns"]


def arguments():
    options = argparse.ArgumentParser()
    options.add_argument("bin", type=pathlib.Path)
    options.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all without one")
    options.add_argument("--accounts", type=int, default=4_800)
    options.add_argument("--exchanges", type=int, default=60_000)
    options.add_argument("--size", type=int, action="append", help="a log's exchanges in `speed`, again for more")
    options.add_argument("--records", type=int, default=1_000_000, help="how many are synced in `turns`")
    options.add_argument("--state", help="a scored state for `turns`, which needs as many records; else one is made")
    given = options.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        options.error(f"there is no part {', '.join(sorted(unknown))}")
    return given


def main():
    given = arguments()
    parts = given.parts or PARTS
    console, detector = str(given.bin / "stillwatch"), str(given.bin / "stillwatch-detector")
    work = pathlib.Path(tempfile.mkdtemp(prefix="stillwatch-bench-"))
    try:
        if "pipeline" in parts or "lists" in parts:
            environment = pipeline.compare(console, detector, work, given.accounts, given.exchanges)
            environment["HOME"] = str(work)
        if "speed" in parts:
            speed.compare(detector, work, given.size or speed.SIZES)
            speed.with_text(detector, work)
        if "leiden" in parts:
            leiden.compare(given.bin / "LeidenBenchmark", work)
        if "lists" in parts:
            lists.compare(console, environment, work)
        if "turns" in parts:
            state = given.state
            if state is None:
                state = str(work / "long-state")
                # A record of the feed is an exchange, or what was found out about its account.
                pipeline.scored(detector, state, str(work / "long-log"), given.records // 60, given.records, text=False)
            token = pipeline.token(detector, state, work / "long-token")
            turns.during_a_sync(console, detector, state, token, work, given.records)
    finally:
        shutil.rmtree(work)
    if report.failures:
        sys.exit("missed a budget that no machine excuses: " + ", ".join(report.failures))


main()
