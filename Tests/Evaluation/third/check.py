#!/usr/bin/env python3
"""Checks the third simulator on a corpus of made-up texts: `make check` calls it. Some seconds.

The same options must give the same bytes, another seed another log; the truth must fit the log, and no field may have what
only harvesters have.
"""
import gzip
import itertools
import json
import random
import re
import sys
import tempfile

import properties
import style
import traffic
from instruction import Instruction
from made import CAMPAIGNS, Made

WORDS = "river stone letter garden window number answer market travel winter engine colour method signal forest".split()
CAPABILITIES = ["agentic_coding", "general_chat", "rubric_grading", "tool_use"]


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
        properties.log(mixed, "mixed")
        properties.people(mixed)
        properties.share(mixed, .5)
        properties.variety(mixed)
        properties.lookalikes(mixed)
        assert Made(f"{folder}/again", path, options).digest == mixed.digest, "the same options give the same log"
        most = len(mixed.sent) // 2
        properties.bound(Made(f"{folder}/bound", path, f"{options} --exchanges {most}"), mixed, most)
        loud = Made(f"{folder}/loud", path, f"--scenario loud --campaigns {CAMPAIGNS} --seed 2 --infrastructure none")
        assert loud.digest != mixed.digest, "another seed gives another log"
        properties.log(loud, "distillation")
        properties.share(loud, 1)
        properties.infrastructure(mixed, loud)
        for made in (mixed, loud):
            properties.fields(made)
            properties.texts(made, path)
    print("the third simulator: no problems")


if __name__ == "__main__":
    sys.exit(main())
