#!/usr/bin/env python3
"""Runs the detector over a grid of simulated logs and prints the tables of docs/evaluation.md.

    Tests/Evaluation/evaluate.py .build/release/stillwatch-detector --texts corpus.jsonl.gz --seeds 51,52,53 --out runs.jsonl
    Tests/Evaluation/evaluate.py --tables runs.jsonl
    Tests/Evaluation/evaluate.py .build/release/stillwatch-detector --simulator Tests/Evaluation/second/simulate.py \\
        --texts corpus.jsonl.gz --seeds 72 --out second.jsonl

Logs use the texts of the half of the corpus' sources that no fit has seen (--part fit: the other half), or the simulator's
own words without --texts. A run that is in the file of --out already is not made again. --simulator names another program
that takes the options of `simulate`, and may add some of its own.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import time

import scenarios
import tables
import texts


def run(program, scenario, corpus, keep, simulator=None):
    """Simulates, ingests, scores and judges one log and gives its figures with the seconds of each step.

    Where `keep` takes the accounts of the run for a fit, there are no figures.
    """
    with tempfile.TemporaryDirectory() as folder:
        log, state = f"{folder}/log", f"{folder}/state"
        options = [f"--{name}={value}" for name, value in scenario["options"].items()]
        options += [f"--texts={corpus}"] if corpus else []
        seconds = {}

        def step(name, *words, command=None):
            began = time.monotonic()
            done = subprocess.run([*(command or [program, name]), *words], capture_output=True, text=True)
            seconds[name] = round(time.monotonic() - began, 1)
            if done.returncode != 0:
                sys.exit(f"{scenario['name']}: {name} failed: {done.stderr[-500:]}")
            return done.stdout

        step("simulate", "--out", log, *options, command=simulator)
        step("ingest", "--state", state, f"{log}/log.jsonl.gz")
        if keep:
            step("score", "--state", state)
            keep(scenario, log, state)
            return None
        checkpoints = scenario.get("checkpoints", 0)
        figures = json.loads(step("evaluate", "--state", state, "--truth", f"{log}/truth.json", "--json",
                                  f"--checkpoints={checkpoints}"))
    return {**{key: scenario[key] for key in ("name", "table", "regime", "seed", "cell")}, "seconds": seconds,
            "figures": figures}


def chosen(arguments):
    """The scenarios asked for."""
    seeds = [int(seed) for seed in arguments.seeds.split(",")]
    everything = list(scenarios.grid(seeds)) + ([] if arguments.simulator else list(scenarios.lookalikes(seeds)))
    return [one for one in everything if arguments.only in one["name"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("detector", nargs="?", help="the program")
    parser.add_argument("--texts", help="a corpus; without it logs hold the simulator's own words")
    parser.add_argument("--part", choices=("fit", "test"), default="test", help="the sources that logs draw from")
    parser.add_argument("--seeds", default="51,52,53")
    parser.add_argument("--only", default="", help="only scenarios whose name holds this")
    parser.add_argument("--out", help="a file for one JSON line a run")
    parser.add_argument("--tables", help="print the tables of such a file, and run nothing")
    parser.add_argument("--keep", help="a folder for each account's signals, to fit a model to; no figures then")
    parser.add_argument("--simulator", type=shlex.split, help="the command of another simulator, which needs --texts")
    parser.add_argument("--jobs", type=int, default=1, help="logs at a time")
    arguments = parser.parse_args()
    if arguments.tables:
        return tables.show([json.loads(line) for line in open(arguments.tables)])
    if not arguments.detector or not (arguments.out or arguments.keep):
        parser.error("the program and --out or --keep are needed")
    out = pathlib.Path(arguments.out or os.devnull)
    done = {json.loads(line)["name"] for line in out.open()} if out.exists() else set()
    keep = None
    if arguments.keep:
        import features
        keep = features.keeper(arguments.detector, pathlib.Path(arguments.keep))
    with tempfile.TemporaryDirectory() as folder:
        corpus = None
        if arguments.texts:
            parts = texts.split(arguments.texts, pathlib.Path(folder))
            corpus = f"{folder}/{arguments.part}.jsonl.gz"
            print(f"sources: {', '.join(parts[arguments.part])}", flush=True)
        todo = [one for one in chosen(arguments) if one["name"] not in done]
        with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
            for result in pool.map(lambda one: run(arguments.detector, one, corpus, keep, arguments.simulator), todo):
                if result:
                    with out.open("a") as file:
                        file.write(json.dumps(result) + "\n")
                    print(tables.line(result), flush=True)
    if not keep:
        tables.show([json.loads(line) for line in out.open()])


if __name__ == "__main__":
    main()
