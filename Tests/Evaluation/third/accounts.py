"""Accounts: how they signed up, pay and connect, and how many of their requests fail."""
import math
import random

from chance import digest
from clock import DAY, EPOCH

# Providers of mail with their shares of the accounts that have no domain of their own.
MAIL = ["mail.example", "post.example", "inbox.example", "webmail.example", "letters.example", "fastbox.example",
        "qpost.example", "zmail.example", "freebox.example", "tempbox.example"]
MAIL_USES = [30, 18, 12, 8, 7, 6, 6, 5, 4, 4]
PLANS, PLAN_USES = ["free", "tier-1", "tier-2", "tier-3", "tier-4"], [10, 30, 32, 20, 8]
PATHWAYS, PATHWAY_USES = ["direct_api", "cloud_reseller", "startup", "research", "education"], [72, 12, 8, 4, 4]
ZONES, ZONE_USES = [-8, -5, -3, 0, 1, 2, 3, 5.5, 7, 8, 9], [12, 16, 5, 9, 14, 7, 4, 9, 5, 13, 6]


class Account:
    """One account; what it does is its `job`, which `population.py` calls."""

    def __init__(self, world, rng):
        self.id = "acct-" + "%08x" % rng.getrandbits(32)
        self.kind, self.label, self.job = None, "benign", None
        # Of a harvester: the name of its campaign, its cluster, and requests a day.
        self.campaign, self.cluster, self.rate = None, None, 0
        self.connection, self.client, self.style, self.end_users = None, None, None, None
        self.sign_up(rng)
        self.stay(world, rng)
        self.error_rate = min(.2, rng.lognormvariate(math.log(.012), .8))
        self.hides_fingerprint = rng.random() < .1
        # Many programs send no id of a conversation.
        self.hides_conversations = rng.random() < .22
        # How many answers of the corpus the platform kept.
        self.keeps = rng.choice([0, .3, .6, .9])

    def sign_up(self, rng):
        """Who the account belongs to, when it was made, and how it is paid."""
        self.organisation = "org-%06x" % rng.getrandbits(24) if rng.random() < .85 else None
        self.keys = ["k:%012x" % rng.getrandbits(48) for _ in range(rng.choice([1, 1, 1, 2, 2, 3]))]
        self.created = EPOCH - age(rng)
        self.plan = rng.choices(PLANS, PLAN_USES)[0]
        self.payment = None if self.plan == "free" else card(rng)
        self.mail = rng.choices(MAIL, MAIL_USES)[0] if rng.random() < .6 else "%s.example" % digest(self.id, 7)
        self.pathway = rng.choices(PATHWAYS, PATHWAY_USES)[0]
        self.zone = rng.choices(ZONES, ZONE_USES)[0]

    def stay(self, world, rng):
        """From when to when the account is in use: mostly all the time, sometimes it comes or goes."""
        days = world.options.days
        self.start, self.end = EPOCH, EPOCH + days * DAY
        chance = rng.random()
        if chance < .06:
            self.start = EPOCH + rng.uniform(0, days * .7) * DAY
            if rng.random() < .5:
                self.created = self.start - rng.expovariate(1 / 1800)
        elif chance < .13:
            self.end = EPOCH + rng.uniform(.3, 1) * days * DAY

    @property
    def days(self):
        """The days that the account is in use."""
        return (self.end - self.start) / DAY

    def chance(self):
        """Chance of the account's own, the same each time."""
        return random.Random(self.id)

    def choice(self, options):
        """One of the options, the same each time."""
        return self.chance().choice(options)


def age(rng):
    """How old an account is when the log begins."""
    return rng.uniform(0, 6) * DAY if rng.random() < .1 else min(1500 * DAY, rng.lognormvariate(math.log(110), 1.1) * DAY)


def card(rng):
    return "pay:%012x" % rng.getrandbits(48)
