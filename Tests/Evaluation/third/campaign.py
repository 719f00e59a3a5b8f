"""Campaigns: accounts that harvest for one operator, with one client program, one topic and one queue."""
import copy
import random

import besides
import customers
import infrastructure
import interests
from accounts import Account
from clock import HOUR
from corpus import LEAST_HARVEST
from instruction import Instruction
from phrases import PUBLIC
from style import Style
from topic import Topic

# How much each capability is worth to an operator.
VALUES = {"tool_use": 3, "agentic_coding": 3, "rubric_grading": 2.2, "reasoning": 3, "general_chat": 1.4,
          "computer_use": 1.1, "data_analysis": .8, "vision": .6}
# Where the instruction stands, for templates that do not say so.
POSITIONS = {"fixed": ["system", "both"], "paraphrased": ["system", "prefix", "prefix"]}
PATHWAYS, PATHWAY_USES = ["direct_api", "cloud_reseller", "startup", "research", "education"], [66, 14, 9, 6, 5]


class Campaign:
    """What the accounts of a campaign have in common, and the accounts."""

    def __init__(self, world, number):
        self.world, self.name, self.cluster = world, f"campaign-{number}", f"c{number}"
        self.rng = rng = random.Random(f"{world.options.seed}:campaign:{number}")
        self.topic = Topic(world, rng, "harvest", self.mix(), narrow=rng.random() < .5)
        self.style = self.made_style()
        # Operators of agents talk in several turns: how many on average, or 0, and how many seconds there are between them.
        self.mean_turns = rng.choice([1.6, 2.5]) if rng.random() < .35 else 0
        self.pause = rng.choice([6, 45])
        self.accounts = [Account(world, rng) for _ in range(world.options.campaign_size)]
        infrastructure.give(world, rng, self.accounts)
        level = rng.uniform(320, 680) if world.loud else rng.uniform(10, 22)
        for account in self.accounts:
            self.enrol(account, level)

    def mix(self):
        """A main capability that no earlier campaign has, if there are enough, a second, and a little of a third."""
        world, rng = self.world, self.rng
        capabilities = world.texts.capabilities("harvest", LEAST_HARVEST)
        left = [capability for capability in capabilities if capability not in world.harvested] or capabilities
        main = interests.one(rng, left, VALUES, .5)
        world.harvested.append(main)
        rest = [capability for capability in capabilities if capability != main]
        second = interests.one(rng, rest, VALUES, .5)
        share = rng.uniform(.68, .9)
        third = rng.choice([capability for capability in rest if capability != second] or rest)
        return [(main, share), (second, .15), (third, .04)]

    def made_style(self):
        """The operator's client program."""
        rng, template = self.rng, self.world.options.template
        style = Style(rng, automated=True)
        style.adopts = rng.random() < .6
        style.adopts_after, style.adopted = rng.uniform(1, 12) * HOUR, rng.choice([.5, .5, .8])
        if template != "none":
            style.instruction = Instruction(rng, rng.choice([3, 4, 5]))
            positions = {name: rng.choice(choices) for name, choices in POSITIONS.items()}
            style.position = positions.get(template, template)
            style.paraphrases = template == "paraphrased"
        if style.position != "system" and rng.random() < .35:
            style.public = rng.choice(PUBLIC)
        return style

    def enrol(self, account, level):
        """Makes an account one of the campaign's, and lets it do what else it does."""
        world, rng = self.world, self.rng
        account.label = "distillation" if world.options.share >= 1 else "mixed"
        account.campaign, account.cluster = self.name, self.cluster
        account.rate = loud_rate(rng, level) if world.loud else quiet_rate(rng, level)
        account.zone = rng.choice([0, 1, 8, 8, -5])
        account.pathway = rng.choices(PATHWAYS, PATHWAY_USES)[0]
        account.style = self.touched()
        account.end_users = customers.end_users(rng, rng.choice([3, 20])) if rng.random() < .25 else None
        world.accounts.append(account)
        if world.options.share < 1:
            besides.cover(world, account.chance(), account, (1 - world.options.share) * account.rate)

    def touched(self):
        """The client program as one account has it: operators touch the settings of some."""
        rng, style = self.rng, copy.copy(self.style)
        if rng.random() < .35:
            style.streams = rng.random() < .4
            style.limits = [rng.choice([*self.style.limits, 2048, 4096])]
            style.temperatures = [rng.choice([self.style.temperature, .7, 1.0])]
        return style


def loud_rate(rng, level):
    """Requests a day of an account of a loud campaign."""
    return min(900, max(200, level * rng.lognormvariate(0, .3)))


def quiet_rate(rng, level):
    return min(30, max(5, level * rng.lognormvariate(0, .35)))
