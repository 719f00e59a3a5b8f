"""Who is in a log: ordinary accounts and organisations, jobs, look-alikes, relays and campaigns."""
import lookalikes
import ordinary
from applications import small_application
from harvest import LOUD, Campaign
from orders import Order
from ordinary import spend
from people import DAY, move_to_cloud, organisation, person, volume
from platform_accounts import Platform
from pool import Pool
from purposes import PURPOSES

# Ordinary accounts in a hundred of each habit.
HABITS = [habit for habit, count in {
    ordinary.Home: 26, ordinary.CodingClient: 15, ordinary.Application: 13, ordinary.Script: 13, ordinary.Nightly: 7,
    ordinary.Developer: 12, ordinary.CloudApplication: 6, ordinary.Researcher: 3, Platform: 3}.items() for _ in range(count)]
# Of 1,200 accounts, how many are of each look-alike class; of the rest, the shares of relays and of jobs.
LOOKALIKES, RELAYS, JOBS = 26, .02, .13


class Population:
    """Makes the accounts of a log and lets each of them do what it does."""

    def __init__(self, world):
        options = world.options
        self.world, self.harvesters = world, options.campaigns * options.campaign_size
        self.each_class = max(1, round(LOOKALIKES * options.accounts / 1200))
        self.rest = options.accounts - self.harvesters - len(lookalikes.CLASSES) * self.each_class
        self.mean = world.mean
        if world.loud:  # what harvesters make more, others make less
            self.mean *= (options.accounts - self.harvesters * LOUD) / (options.accounts - self.harvesters)

    def run(self):
        """The accounts of the log."""
        world = self.world
        alike = lookalikes.everyone(world, self.each_class)
        relays, jobs = round(RELAYS * self.rest), round(JOBS * self.rest)
        owners = self.owners(jobs)
        plain = self.ordinary(self.rest - relays - jobs)
        for owner in owners:
            self.job(owner)
        self.waves(plain)
        for account in plain + alike:
            account.volume = volume(world, self.mean * account.habit.volume)
        for account in plain + alike:
            spend(world, account, account.volume)
        resold = [self.relay() for _ in range(relays)]
        return plain + [account for owner in owners for account in owner] + alike + resold + self.campaigns()

    def campaigns(self):
        rng, template = self.world.rng, self.world.options.template
        templates = [template]
        if template == "mixture":
            templates = ["fixed", "paraphrased", rng.choice(["prefix", "suffix", "middle"]), "none"]
        accounts = []
        for number in range(self.world.options.campaigns):
            accounts += Campaign(self.world, number).run(templates[number % len(templates)])
        return accounts

    def ordinary(self, left):
        """Single accounts, teams, and friends who pay together and share nothing else."""
        world, rng = self.world, self.world.rng
        accounts = []
        while left > 0:
            if rng.random() < .05:
                size, habits = min(left, 2 + int(rng.expovariate(1 / 5.))), rng.sample(HABITS, 3)
                group = organisation(world, size, lambda: world.account(rng.choice(habits)), "team")
            elif rng.random() < .02:
                group = [world.account(rng.choice(HABITS)) for _ in range(min(left, rng.randint(2, 5)))]
                for account in group:
                    account.payment = group[0].payment
            else:
                group = [world.account(rng.choice(HABITS))]
            accounts += group
            left -= len(group)
        return accounts

    def owners(self, left):
        """The accounts of each owner of a job: a batch of raw or wrapped texts, by one account or a few."""
        world, rng = self.world, self.world.rng

        def member():
            account = person(world, rng.random() < .85)
            if rng.random() < .35:
                move_to_cloud(world, account)
            return account

        owners = []
        while left > 0:
            size = 1 if rng.random() < .8 else min(left, rng.randint(2, 6))
            left -= size
            owners.append([member()] if size == 1 else organisation(world, size, member, "job", cloud=.5, shared_payment=.8))
        return owners

    def job(self, accounts):
        """Lets an owner's accounts work through their batch."""
        world, rng = self.world, self.world.rng
        for account in accounts:
            account.volume = account.quota = volume(world, self.mean, .8 if len(accounts) > 1 else .95)
        purpose = rng.choice(list(PURPOSES))
        start = rng.choice([0, 0, rng.uniform(0, .5)]) * world.span
        stop = world.span * rng.choice([1, 1, rng.uniform(.6, 1)])
        for account in accounts:
            account.start, account.end = max(min(account.start, .7 * world.span), start), world.span
        hours = rng.choice(["flat", "office", "office", "nights"])
        prompt = None if rng.random() < .5 else small_application(rng)
        order = Order(purpose, "none", world.ordinary_texts, start, stop, hours, accounts[0].zone, harvest=False,
                      prompt=prompt)
        Pool(world, accounts, order).run()

    def waves(self, accounts):
        """Waves of sign-ups after courses and advertising."""
        rng = self.world.rng
        for _ in range(max(1, self.rest // 90)):
            day = -rng.uniform(1, 60) * DAY
            for account in rng.sample(accounts, min(len(accounts), rng.randint(3, 9))):
                account.created = day + rng.uniform(0, 1.5) * DAY

    def relay(self):
        """An account that resells its access."""
        world = self.world
        account = world.account(Platform)
        account.kind = account.label = "relay"
        account.volume = volume(world, self.mean * 1.5)
        account.habit.passes_programs = world.rng.random() < .5
        spend(world, account, account.volume)
        return account
