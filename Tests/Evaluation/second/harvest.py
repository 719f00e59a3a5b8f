"""Campaigns: accounts that were made to harvest, in pools of one purpose each, with what they share."""
import network
import ordinary
import published
from orders import Order
from people import DAY, HOUR, move_to_cloud, person, private_mail, volume
from platform_accounts import Visited
from pool import Pool

# Where an owner sits, with its hours ahead of UTC, and when it works.
OWNERS = [("CN", 8), ("SG", 8), ("US", -6), ("RU", 3), ("VN", 7)]
HOURS = ["flat", "office", "office", "nights"]
PURPOSES_DRAWN = ["cot", "grade", "code", "tool", "data", "taskgen", "rewrite", "sft", "cot"]
# How likely an account has each of the things that its campaign shares, where infrastructure is shared.
SHARED = .88
# What an account does besides a harvest: half of them carry others' requests, the rest look like any customer's.
RESOLD = .5
COVERS = [ordinary.Developer, ordinary.CodingClient, ordinary.Application, ordinary.Script, ordinary.Nightly]
# Harvesters of the loud regime make so many times the exchanges of others.
LOUD = 2.5


class Campaign:
    """What the accounts of a campaign have in common."""

    def __init__(self, world, number):
        rng, size = world.rng, world.options.campaign_size
        self.world, self.name, self.deck = world, f"m{number + 1}", world.harvest_texts[number]
        count = 1 if size < 10 else rng.choice([1, 2, 2, 3]) if size < 100 else rng.randint(3, 8)
        self.start = rng.choice([0, rng.uniform(0, .4)]) * world.span
        self.stop = world.span * rng.choice([1, 1, rng.uniform(.7, 1)])
        _, self.zone = rng.choice(OWNERS)
        self.hours = rng.choice(HOURS)
        origins = network.PROXIES + network.CLOUDS
        self.networks = [self.home(rng.choice(origins)) for _ in range(rng.randint(2, 3))]
        self.payments = ["pay:" + network.digest(self.name, world.options.seed, card)[:12]
                         for card in range(rng.randint(1, 4))]
        self.created = -rng.uniform(2, 45) * DAY
        self.mails = [private_mail(rng), private_mail(rng), "mail.example"]
        self.user_agent = network.program(rng)
        self.follows_release = rng.random() < .6
        self.purposes = rng.sample(PURPOSES_DRAWN, count)
        self.pools = [[] for _ in range(count)]

    def home(self, origin):
        """A network of an operator, which the campaign's accounts may meet on."""
        operator, country = origin
        return operator, self.world.rng.randrange(network.PROXY_NETWORKS), country

    def run(self, template):
        """Makes the accounts, lets the pools work and the accounts do the rest of what they do; gives the accounts."""
        world, share = self.world, self.world.options.share
        for place in range(world.options.campaign_size):
            self.pools[place % len(self.pools)].append(self.member(place % len(self.pools)))
        for purpose, accounts in zip(self.purposes, self.pools):
            order = Order(purpose, template, self.deck, self.start, self.stop, self.hours, self.zone)
            Pool(world, accounts, order).run()
        accounts = [account for pool in self.pools for account in pool]
        for account in accounts:
            rest = account.volume - world.log.count(account)
            if share < 1 and rest > 0:
                ordinary.spend(world, account, rest)
        return accounts

    def member(self, pool):
        """An account of the campaign."""
        world, rng, share = self.world, self.world.rng, self.world.options.share
        account = person(world, rng.random() < .78)
        account.kind, account.label = "harvester", "distillation" if share > .5 else "mixed"
        account.campaign, account.cluster = self.name, f"{self.name}-p{pool + 1}"
        if share < 1:
            account.habit = self.cover(account)
        if rng.random() < .3:
            move_to_cloud(world, account)
        if rng.random() < .3:
            account.organisation = "org-" + network.digest(account.id, "own")[:8]
        if rng.random() < .12:
            account.user_agents = [network.named_client(rng, rng.choice(published.CLIENTS))]
        self.enrol(account)
        self.share(account)
        account.zone = self.zone
        if self.follows_release:
            account.adoption = world.release + rng.uniform(.5, 24) * HOUR, rng.uniform(.7, 1)
        account.refusals = min(.2, account.refusals * (2.5 if self.purposes[pool] == "rewrite" else 1))
        account.volume = volume(world, world.mean * (LOUD if world.loud else 1), .6)
        account.quota = max(1, round(account.volume * share + (rng.random() - .5) * .5))
        return account

    def cover(self, account):
        """The habit of an account that does not only harvest."""
        world, rng = self.world, self.world.rng
        if rng.random() >= RESOLD:
            return rng.choice(COVERS)(world, account)
        account.names_users = rng.random() < .15
        return Visited(world, account, passes_programs=rng.random() < .5)

    def enrol(self, account):
        """Lets the account be there when its campaign needs it."""
        rng, span = self.world.rng, self.world.span
        account.start = max(min(account.start, .7 * span) * (rng.random() < .7), self.start)
        account.end = span
        if account.created > 0:
            if account.created > self.start:
                account.created = -rng.uniform(0, 20) * DAY
            account.start = max(self.start, account.created)

    def share(self, account):
        """Gives the account the card, networks, day of sign-up or program of the campaign, as the infrastructure has it."""
        rng, shares = self.world.rng, self.shares()
        if "payment" in shares:
            account.payment = rng.choice(self.payments)
        if "network" in shares:
            home = rng.choice(self.networks)
            account.operator, _, account.country = home
            origins = [home] * rng.randint(1, 4) + ([rng.choice(self.networks)] if rng.random() < .4 else [])
            account.addresses = [network.address(rng, operator, place) for operator, place, _ in origins]
        if "created" in shares:
            account.created = self.created + rng.uniform(0, 1.5) * DAY
            account.mail = rng.choice(self.mails) if rng.random() < .6 else account.mail
        if "user_agent" in shares:
            account.user_agents = [self.user_agent]

    def shares(self):
        """What one account has in common with the others."""
        rng, infrastructure = self.world.rng, self.world.options.infrastructure
        if infrastructure == "shared":
            return {kind for kind in ("payment", "network", "created", "user_agent") if rng.random() < SHARED}
        shares = set()
        if infrastructure == "partly":
            if rng.random() < .5:
                shares = {rng.choice(["payment", "network", "created"])}
            if rng.random() < .3:
                shares.add("user_agent")
        return shares
