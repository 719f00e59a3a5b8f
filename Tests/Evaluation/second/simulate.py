#!/usr/bin/env python3
"""The second simulator: writes a log with known truth, as `stillwatch-detector simulate` does, from other ideas of who is who.

    Tests/Evaluation/second/simulate.py --out sample --texts corpus.jsonl.gz --scenario quiet --share 0.25 --seed 1

`population.py` says who is in a log, `people.py` and `network.py` what accounts are, `ordinary.py`, `platform_accounts.py` and
`lookalike_habits.py` what they do, `harvest.py` and `pool.py` how campaigns work, `conversations.py` and `exchanges.py` how
that becomes exchanges, `corpus.py` and `cutting.py` where texts come from, and `purposes.py`, `chores.py` and `paraphrase.py`
how instructions are worded.

Needs a corpus of texts, one JSON record a line with source, kind (attack or benign), capability and prompt, and nothing but
Python. With --traffic, requests follow each other and are answered at the length as in recorded traces of two services;
without, as in made-up ones. The same options give the same log.
"""
import argparse
import random

import corpus
import logfile
import people
import traffic
from answers import Answers
from exchanges import Log
from harvest import LOUD
from population import Population

# Exchanges of an account on average.
VOLUME = {"loud": 60, "quiet": 30}
TEMPLATES = ["fixed", "paraphrased", "prefix", "suffix", "middle", "none", "mixture"]


class World:
    """What everything that happens in a log has in common."""

    def __init__(self, options):
        self.options, self.ids = options, set()
        self.rng = random.Random(f"{options.seed}/{options.scenario}/{options.share}/{options.infrastructure}/"
                                 f"{options.template}/{options.campaigns}/{options.campaign_size}")
        self.loud = options.scenario == "loud"
        self.mean = options.exchanges / options.accounts if options.exchanges else VOLUME[options.scenario]
        self.span = options.days * people.DAY
        self.release = self.span * self.rng.uniform(.45, .65)
        self.traffic = traffic.recorded(options.traffic) if options.traffic else traffic.made_up()
        texts = corpus.load(options.texts)
        self.ordinary_texts, self.harvest_texts = corpus.sides(texts, options, self.mean, LOUD if self.loud else 1, self.rng)
        self.answers = Answers(texts, self.rng)
        self.log = Log(self)

    def new_id(self):
        """An account's id that nobody has."""
        while True:
            name = "acct-%08x" % self.rng.getrandbits(32)
            if name not in self.ids:
                self.ids.add(name)
                return name

    def account(self, habit):
        """An account of a habit."""
        account = people.person(self, habit.api)
        account.habit = habit(self, account)
        return account


def parsed(words):
    """The options, most of which are those of `stillwatch-detector simulate`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True, help="the folder to write to")
    parser.add_argument("--texts", required=True, help="a corpus, packed with gzip")
    parser.add_argument("--traffic", help="a folder with AzureLLMInferenceTrace_code.csv.gz and _conv.csv.gz")
    parser.add_argument("--accounts", type=int, default=1_200)
    parser.add_argument("--exchanges", type=int, help="about how many; 60 an account if loud, 30 if quiet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenario", choices=("loud", "quiet"), default="quiet")
    parser.add_argument("--share", type=float, default=1.0, help="of a harvesting account's exchanges that are a harvest")
    parser.add_argument("--campaigns", type=int, default=4)
    parser.add_argument("--campaign-size", type=int, default=15, help="accounts of a campaign")
    parser.add_argument("--infrastructure", choices=("shared", "partly", "none"), default="partly")
    parser.add_argument("--template", choices=TEMPLATES, default="mixture", help="mixture: each campaign another")
    parser.add_argument("--days", type=float, default=7)
    return parser.parse_args(words)


def main(words=None):
    options = parsed(words)
    world = World(options)
    accounts = Population(world).run()
    harvested = logfile.write(world, accounts, options.out)
    harvesters = [account for account in accounts if account.campaign]
    sent = sum(world.log.count(account) for account in harvesters)
    print(f"{len(accounts)} accounts, {len(world.log.sent)} exchanges; {len(harvesters)} accounts harvest, "
          f"in {sum(harvested.values())} of their {sent} exchanges")


if __name__ == "__main__":
    main()
