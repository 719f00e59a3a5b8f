#!/usr/bin/env python3
"""Checks the third simulator on a corpus of made-up texts: `make check` calls it. Some seconds.

The same options must give the same bytes, another seed another log; the truth must fit the log, and no field may have what
only harvesters have.
"""
import collections
import contextlib
import gzip
import hashlib
import io
import itertools
import json
import pathlib
import random
import re
import sys
import tempfile

import corpus
import population
import simulate
import style
import traffic
from instruction import Instruction

ACCOUNTS, CAMPAIGN, CAMPAIGNS = 260, 6, 2
WORDS = "river stone letter garden window number answer market travel winter engine colour method signal forest".split()
CAPABILITIES = ["agentic_coding", "general_chat", "rubric_grading", "tool_use"]
# Fields of few values; whatever a harvester has there, somebody else has too.
CHOICES = ["provider", "operation", "stream", "temperature", "max_tokens", "status", "finish_reason", "error", "images",
           "pathway", "plan"]


def write_corpus(path):
    """Texts of made-up words, each with a mark of its own, from two sources of each kind for each capability."""
    rng = random.Random(1)
    with gzip.open(path, "wt") as file:
        for place, capability in itertools.product(range(320), CAPABILITIES):
            kind = ("attack", "benign")[place % 2]
            text = " ".join(" ".join(rng.choices(WORDS, k=10)).capitalize() + "." for _ in range(4))
            mark = f"mark{capability[0]}{place}x"
            file.write(json.dumps({"source": f"{kind}-{place % 4}", "kind": kind, "capability": capability,
                                   "prompt": f"{mark} {text}", "tools": ["look_up"] * (place % 3)}) + "\n")


class Made:
    """What a run wrote."""

    def __init__(self, folder, corpus_path, options):
        words = f"--out {folder} --texts {corpus_path} --accounts {ACCOUNTS} --campaign-size {CAMPAIGN} --days 1 {options}"
        with contextlib.redirect_stdout(io.StringIO()):
            simulate.main(words.split())
        files = sorted(pathlib.Path(folder).iterdir())
        self.digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
        with gzip.open(f"{folder}/log.jsonl.gz", "rt") as file:
            self.lines = [json.loads(line) for line in file]
        with gzip.open(f"{folder}/truth-exchanges.jsonl.gz", "rt") as file:
            self.exchanges = {record["id"]: record for record in map(json.loads, file)}
        self.accounts = json.load(open(f"{folder}/truth.json"))["accounts"]
        self.sent = [line for line in self.lines if "account" in line]
        self.harvesters = {name for name, own in self.accounts.items() if own["label"] in ("distillation", "mixed")}

    def theirs(self):
        """The exchanges of harvesters, and those of all others."""
        return split(self.sent, lambda line: line["account"] in self.harvesters)

    def harvested(self):
        """The exchanges that are a harvest, and all others."""
        return split(self.sent, lambda line: self.exchanges[line["id"]]["harvest"])


def split(items, chosen):
    """Those that are chosen, and the others."""
    return [item for item in items if chosen(item)], [item for item in items if not chosen(item)]


def check_log(made, label):
    """The log is in order, holds one release, and its truth speaks of the same accounts and exchanges."""
    assert len(made.lines) == len(made.sent) + 1, "one model is released"
    assert {line["id"] for line in made.sent} == set(made.exchanges), "each exchange has its truth"
    assert len(made.sent) == len(made.exchanges), "no exchange is there twice"
    assert {line["account"] for line in made.sent} == set(made.accounts), "each account has its truth"
    times = [line["time"] for line in made.sent]
    assert times == sorted(times), "the log is in the order of time"
    assert all(line["account_created"] <= line["time"] <= line["end_time"] for line in made.sent), \
        "accounts are made before they send, and answers come after requests"
    assert {made.accounts[name]["label"] for name in made.harvesters} == {label}, "harvesters are labelled by their share"
    harvested, _ = made.harvested()
    active = {line["account"] for line in harvested}
    assert active <= made.harvesters and len(active) > .8 * len(made.harvesters), "harvesters harvest, and nobody else does"


def check_people(made):
    """Every class is there, campaigns are as large as asked, and they are as few as asked."""
    classes = {own.get("class") for own in made.accounts.values()} - {None}
    assert classes == {*population.LOOKALIKES, *population.EVERYDAY}, "every class is there"
    truth = [made.accounts[name] for name in made.harvesters]
    sizes = collections.Counter((own["campaign"], own["cluster"]) for own in truth)
    assert len(sizes) == CAMPAIGNS, "each campaign is a cluster"
    assert all(.8 * CAMPAIGN < size <= CAMPAIGN for size in sizes.values()), "campaigns are as large as asked"
    assert .02 < len(made.harvesters) / len(made.accounts) < .09, "few accounts harvest"


def check_share(made, share):
    """Harvesters harvest in about so many of their requests."""
    harvested, (theirs, _) = made.harvested()[0], made.theirs()
    found = len(harvested) / len(theirs)
    assert abs(found - share) <= .12, f"a share of {share} is asked for, {found:.2f} were made"


def check_fields(made):
    """Whatever a harvester's exchange says in a field, in form or in choice, others say too."""
    theirs, others = made.theirs()
    for field in theirs[0]:
        forms = [{form(line[field]) for line in side} for side in (theirs, others)]
        assert forms[0] <= forms[1], f"only harvesters have {field} {forms[0] - forms[1]}"
    programs = [{line["user_agent"].split("/")[0] for line in side} for side in (theirs, others)]
    assert programs[0] <= programs[1], f"only harvesters use {programs[0] - programs[1]}"
    for field in CHOICES:
        values = [{line[field] for line in side} for side in (theirs, others)]
        assert values[0] <= values[1], f"only harvesters have {field} {values[0] - values[1]}"


def form(value):
    """What a value looks like: of an id its prefix and length, of others their type."""
    if isinstance(value, str) and re.fullmatch(r"(req|acct|org|k|u|conv|pay)[:-]\w+", value):
        return re.sub(r"(?<=[:-])[0-9a-f]+", lambda digits: f"<{len(digits.group())}>", value)
    return type(value)


def check_texts(made, path):
    """No text is on both sides, and both sides draw from each kind of source; each source lends half to either side."""
    harvested, others = made.harvested()
    marks = [{mark for line in side for mark in re.findall(r"mark\w+x", line["messages"][-1]["content"])}
             for side in (harvested, others)]
    assert marks[0] and not marks[0] & marks[1], "no text is on both sides"
    for side in marks:
        kinds = {int(re.search(r"\d+", mark).group()) % 2 for mark in side}
        assert kinds == {0, 1}, "both sides draw from attacks and from others"
    sides = corpus.Texts(path, 1).sides
    assert set(sides["harvest"]) == set(sides["ordinary"]), "each source is on both sides"
    for source, texts in sides["harvest"].items():
        share = len(texts) / (len(texts) + len(sides["ordinary"][source]))
        assert .3 < share < .7, f"{source} lends {share:.2f} to the harvest"


def check_infrastructure(shared, apart):
    """Where infrastructure is shared, cards, ranges and a client are; where it is not, none is."""
    for made, few in ((shared, True), (apart, False)):
        for campaign in {made.accounts[name]["campaign"] for name in made.harvesters}:
            lines = [line for line in made.sent if made.accounts[line["account"]].get("campaign") == campaign]
            cards = {line["payment"] for line in lines if line["payment"]}
            ranges = {line["ip"].rsplit(".", 1)[0] for line in lines}
            assert (len(cards) <= 2) == few, f"{campaign} has {len(cards)} cards"
            assert (len(ranges) <= 2) == few, f"{campaign} is in {len(ranges)} ranges"


def check_bound(bound, made, most):
    """A bound leaves out whole ordinary accounts and no harvester."""
    assert len(bound.sent) <= most < len(made.sent), "a log is no larger than asked"
    assert bound.harvesters == made.harvesters, "harvesters stay"
    counts = [collections.Counter(line["account"] for line in log.sent) for log in (bound, made)]
    assert counts[0].items() <= counts[1].items(), "accounts are left out as a whole"


def check_instructions():
    """A request holds its text and every sentence of its instruction, wherever that stands; paraphrases differ."""
    rng = random.Random(3)
    text = "The first line asks. The second line tells more.\nThe third ends"
    for position, rules in itertools.product(style.POSITIONS, range(1, 7)):
        for _ in range(20):
            own = style.Style(rng, automated=True).templated(rng, Instruction(rng, rules), position)
            said = "\n".join(part for part in own.dress(rng, text, first=True) if part)
            for sentence in [*re.split(r"(?<=[.?!])\s", own.instruction.fixed), *re.split(r"(?<=\.)\s", text)]:
                assert sentence in said, f"{position}: {sentence!r} is not in {said!r}"
    instruction = Instruction(rng, 5)
    assert len({instruction.paraphrase(rng) for _ in range(60)}) > 50, "each paraphrase is another"


def check_traffic():
    """Times follow each other, as many as asked, at about the gap that is asked."""
    times = traffic.made_up().burst(random.Random(4), 19_000, 100, 2)
    assert len(times) == 19_000 and times == sorted(times) and times[0] == 100
    assert 1.9 < (times[-1] - times[0]) / len(times) < 2.1, "gaps are as long as asked on average"


def main():
    check_instructions()
    check_traffic()
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/corpus.jsonl.gz"
        write_corpus(path)
        options = f"--campaigns {CAMPAIGNS} --seed 1 --share 0.5 --infrastructure shared"
        mixed = Made(f"{folder}/one", path, options)
        check_log(mixed, "mixed")
        check_people(mixed)
        check_share(mixed, .5)
        assert Made(f"{folder}/again", path, options).digest == mixed.digest, "the same options give the same log"
        most = len(mixed.sent) // 2
        check_bound(Made(f"{folder}/bound", path, f"{options} --exchanges {most}"), mixed, most)
        loud = Made(f"{folder}/loud", path, f"--scenario loud --campaigns {CAMPAIGNS} --seed 2 --infrastructure none")
        assert loud.digest != mixed.digest, "another seed gives another log"
        check_log(loud, "distillation")
        check_share(loud, 1)
        check_infrastructure(mixed, loud)
        for made in (mixed, loud):
            check_fields(made)
            check_texts(made, path)
    print("the third simulator: no problems")


if __name__ == "__main__":
    sys.exit(main())
