#!/usr/bin/env python3
"""Two crowds that are no campaign, and a span in thousands of accounts that is one.

    Tests/Evaluation/crowds.py .build/release/stillwatch-detector

The first log: 10,000 users of one public coding client, each at an address of its own; 400 students behind one address range;
2,000 other customers. It must give no cluster of them, and notes that say why. Then three logs of 24,000 accounts, 3,500 of
which carry one fixed span at the start, in the middle or at the end of ever other requests, with fresh payments and residential
addresses, 10 exchanges an account: the span's accounts must be found as one cluster.
"""
import collections
import json
import random
import subprocess
import sys
import tempfile
import time

from feedstate import things

SYSTEM = ("You are a coding assistant in a terminal. Work in the repository of the user, read files before you change them, run "
          "the tests after each change, and keep answers short. Tools: read, edit, grep, bash.")
VERBS = "fix explain rename test port review profile document split merge inline revert type lint cache".split()
NOUNS = ("parser queue index router cursor buffer schema worker session token ledger socket filter mapper logger driver "
         "invoice garden lecture essay proof recipe train budget novel sonata enzyme glacier").split()
START = 1_777_593_600_000  # 2026-05-01


def request(chance):
    """A request of its own: words in an order that hardly comes twice."""
    return " ".join(chance.choice(VERBS) + " the " + chance.choice(NOUNS) + " of " + chance.choice(NOUNS) + f" {chance.randrange(10_000)}"
                    for _ in range(chance.randint(2, 5)))


def exchange(number, account, chance, **fields):
    return {"id": f"r{number}", "time": START + chance.randrange(20 * 86_400_000), "account": account, "model": "model-a",
            "input_tokens": chance.randint(40, 900), "output_tokens": chance.randint(20, 900), "status": "ok",
            "messages": [{"role": "user", "content": request(chance)}], "payment": f"pay:{account}", **fields}


def crowd():
    """The exchanges of the users, the students and the others."""
    chance = random.Random(5)
    number = 0
    for user in range(10_000):
        for _ in range(3):
            number += 1
            yield exchange(number, f"user-{user:05}", chance, system=SYSTEM, user_agent="code-client/1.4",
                           tls_fingerprint="t13d1516h2", tools=["read", "edit", "grep", "bash"],
                           ip=f"10.{user % 200}.{user // 200}.{chance.randrange(256)}")
    for student in range(400):
        for _ in range(10):
            number += 1
            yield exchange(number, f"student-{student:03}", chance, user_agent="browser", pathway="education",
                           ip=f"192.0.2.{chance.randrange(256)}")
    for customer in range(2_000):
        for _ in range(10):
            number += 1
            yield exchange(number, f"other-{customer:04}", chance, user_agent=f"client-{customer % 37}",
                           ip=f"172.{16 + customer % 16}.{customer // 16}.{chance.randrange(256)}")


def scored(detector, state, log):
    """Ingests and scores a log; the findings of the state, the notes, and the seconds."""
    began = time.monotonic()
    subprocess.run([detector, "ingest", "--state", state, log], check=True, capture_output=True)
    read = time.monotonic()
    done = subprocess.run([detector, "score", "--state", state], check=True, capture_output=True, text=True)
    seconds = (read - began, time.monotonic() - read)
    found = collections.defaultdict(list)
    for kind, record in things(detector, state, ["cluster", "membership"]):
        found[kind].append(record)
    notes = [line for line in (done.stderr + done.stdout).splitlines() if line.startswith("note:")]
    return found, notes, seconds


def crowds(detector):
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/log.jsonl", "w") as file:
            for one in crowd():
                file.write(json.dumps(one) + "\n")
        found, notes, seconds = scored(detector, f"{folder}/state", f"{folder}/log.jsonl")
    print(f"crowds: {len(found['cluster'])} clusters, ingest {seconds[0]:.1f} s, score {seconds[1]:.1f} s")
    print("\n".join(notes))
    return not found["cluster"]


def span(detector, position):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([detector, "simulate", "--out", f"{folder}/log", "--accounts", "24000", "--exchanges", "240000", "--seed", "9",
                        "--scenario", "quiet", "--campaign-size", "3500", "--infrastructure", "none", "--template", position],
                       check=True, capture_output=True)
        found, _, seconds = scored(detector, f"{folder}/state", f"{folder}/log/log.jsonl.gz")
        truth = json.load(open(f"{folder}/log/truth.json"))["accounts"]
    campaign = {account for account, one in truth.items() if one.get("cluster")}
    groups = collections.Counter(one["cluster"] for one in found["membership"] if one["account"] in campaign)
    largest, count = groups.most_common(1)[0] if groups else (None, 0)
    size = sum(1 for one in found["membership"] if one["cluster"] == largest)
    status = next((one["status"] for one in found["cluster"] if one["id"] == largest), "none")
    print(f"{position}: {count:,} of {len(campaign):,} accounts in one cluster of {size:,} ({status}), "
          f"{len(groups)} clusters hold any; ingest {seconds[0]:.1f} s, score {seconds[1]:.1f} s", flush=True)
    return count >= 0.9 * len(campaign) and count >= 0.9 * size


def main():
    results = [crowds(sys.argv[1])] + [span(sys.argv[1], position) for position in ("prefix", "middle", "suffix")]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
