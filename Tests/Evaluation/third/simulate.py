#!/usr/bin/env python3
"""The third simulator: writes a log with known truth, as `stillwatch-detector simulate` does, from the design notes alone.

    Tests/Evaluation/third/simulate.py --out sample --texts corpus.jsonl.gz --scenario quiet --share 0.25 --seed 1

`population.py` says who is in a log, `accounts.py`, `network.py` and `clients.py` what accounts are, `everyday.py`,
`relays.py`, `besides.py` and the two of look-alikes what they do, by the habits of `habits.py`, `campaign.py`,
`infrastructure.py` and `harvest.py` how campaigns work, `conversations.py`, `exchanges.py` and `records.py` how that becomes
exchanges, `corpus.py`, `topic.py`, `interests.py` and `variation.py` what they ask, and `style.py`, `instruction.py` and
`phrases.py` how it is worded. `check.py` checks the logs.

Needs a corpus of texts, one JSON record a line with source, kind (attack or benign), capability and prompt, and nothing but
Python. With --traffic, requests follow each other and are answered at the length as in recorded traces of two services;
without, as in made-up ones. The same options give the same log.
"""
import argparse
import random
import sys

import corpus
import logfile
import population
import traffic
from campaign import Campaign
from clients import Clients
from clock import DAY, EPOCH
from harvest import Harvest
from network import Networks

TEMPLATES = ["fixed", "paraphrased", "prefix", "suffix", "middle", "none"]
# Days of a log, and the share of accounts that harvest, where the options do not say.
DAYS, PREVALENCE = {"loud": 2, "quiet": 7}, .035


class World:
    """What everything that happens in a log has in common."""

    def __init__(self, options):
        self.options, self.loud = options, options.scenario == "loud"
        self.end = EPOCH + options.days * DAY
        self.texts = corpus.Texts(options.texts, options.seed)
        if not self.texts.suffice():
            sys.exit(f"{options.texts}: a few hundred texts each of {', '.join(corpus.NEEDED)} are needed")
        self.traffic = traffic.recorded(options.traffic) if options.traffic else traffic.made_up()
        rng = random.Random(options.seed * 7919 + 17)
        self.release = EPOCH + options.days * DAY * rng.uniform(.3, .6)
        self.networks, self.clients = Networks(rng), Clients(rng)
        self.accounts, self.sent = [], []
        # The main capability of each campaign so far.
        self.harvested = []

    def run(self):
        """Lets everybody do what they do."""
        options = self.options
        population.ordinary(self, options.accounts - options.campaigns * options.campaign_size)
        for number in range(1, options.campaigns + 1):
            Harvest(Campaign(self, number)).run()


def parsed(words):
    """The options, most of which are those of `stillwatch-detector simulate`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True, help="the folder to write to")
    parser.add_argument("--texts", required=True, help="a corpus, packed with gzip or not")
    parser.add_argument("--traffic", help="a folder with AzureLLMInferenceTrace_code.csv.gz and _conv.csv.gz")
    parser.add_argument("--accounts", type=int, default=1_200)
    parser.add_argument("--exchanges", type=int, help="at most so many: ordinary accounts are left out, never parts of them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenario", choices=("loud", "quiet"), default="quiet")
    parser.add_argument("--share", type=float, default=1.0, help="of a harvesting account's exchanges that are a harvest")
    parser.add_argument("--campaigns", type=int, help="as many as make 3.5 %% of the accounts, if not given")
    parser.add_argument("--campaign-size", type=int, default=20, help="accounts of a campaign")
    parser.add_argument("--infrastructure", choices=("shared", "partly", "none"), default="shared")
    parser.add_argument("--template", choices=TEMPLATES, default="fixed")
    parser.add_argument("--days", type=float, help="2 if loud, 7 if quiet")
    parser.add_argument("--lean", type=float, default=.55,
                        help="how much of a harvest is of the kind attack, where a capability has both; others get the rest")
    options = parser.parse_args(words)
    options.days = options.days or DAYS[options.scenario]
    options.campaigns = options.campaigns or max(1, round(PREVALENCE * options.accounts / options.campaign_size))
    return options


def main(words=None):
    world = World(parsed(words))
    world.run()
    accounts, sent = logfile.write(world, world.options.out)
    harvesters = {name for name, own in accounts.items() if own.get("campaign")}
    theirs = sum(one.record["account"] in harvesters for one in sent)
    print(f"{len(accounts)} accounts, {len(sent)} exchanges; {len(harvesters)} accounts harvest, "
          f"in {sum(one.harvest for one in sent)} of their {theirs} exchanges")


if __name__ == "__main__":
    main()
