"""The harvest of a campaign: one queue that runs in jobs and feeds all accounts."""
import math
from typing import NamedTuple

from chance import poisson, turns
from clock import DAY, EPOCH, weekend
from conversations import talk
from exchanges import Ask, send
from habits import named
from variation import worded

# How often an account takes part in a job.
LOUD_PART, QUIET_PART = .93, .7
# A shorter job is left out: the log ends.
SHORTEST = 60
# How often a prompt is sampled again, and among how many of the last ones.
SAMPLED, RECENT = .07, 60
# How many requests wait in the queue or are sent by hand, and for how many seconds on average.
STRAY, STRAY_WAIT = .1, 7200


class Job(NamedTuple):
    """A time at which the queue runs, for how long, and how much of the harvest it does."""
    start: float
    length: float
    weight: float


class Harvest:
    """A campaign's work through its queue."""

    def __init__(self, campaign):
        self.campaign, self.world, self.rng = campaign, campaign.world, campaign.rng
        self.recent = []

    def run(self):
        """Plans the jobs and runs each of them."""
        jobs = self.plan()
        total = sum(job.weight * job.length for job in jobs)
        for job in jobs:
            self.work(job, total)

    def plan(self):
        """The jobs, by the hours of the operator or around the clock; and which ids the program sends."""
        rng, world = self.rng, self.world
        zone, around_the_clock = rng.choice([8, 8, 0, -5, 1]), rng.random() < .25
        hides_conversations, at_weekends = rng.random() < .22, rng.choice([.2, .5, .8, 1])
        for account in self.campaign.accounts:
            if rng.random() < .75:
                account.hides_conversations = hides_conversations
        jobs = []
        for day in range(math.ceil(world.options.days)):
            for _ in range(rng.randint(2, 4) if world.loud else rng.randint(3, 7)):
                length = rng.uniform(2, 6) * 3600 if world.loud else rng.uniform(.25, 1.6) * 3600
                hour = rng.uniform(0, 24) if around_the_clock else rng.triangular(8, 23, 14) - zone
                start = EPOCH + day * DAY + hour % 24 * 3600
                local = int((start + zone * 3600) // DAY) * DAY
                weight = rng.lognormvariate(0, .4) * (at_weekends if weekend(local) else 1)
                jobs.append(Job(start, min(length, world.end - start), weight))
        return sorted(job for job in jobs if job.length >= SHORTEST)

    def work(self, job, total):
        """Gives each request of a job to whoever is free; accounts join late and leave early."""
        rng, world = self.rng, self.world
        start, length, weight = job
        part = LOUD_PART if world.loud else QUIET_PART
        taking_part = [account for account in self.campaign.accounts
                       if account.start < start + length and account.end > start and rng.random() < part]
        share = world.options.share * world.options.days * weight * length / total / part
        counts = [poisson(rng, account.rate * share) for account in taking_part]
        order = [account for account, count in zip(taking_part, counts) for _ in range(count)]
        rng.shuffle(order)
        if not order:
            return
        times = world.traffic.burst(rng, len(order), start, 1)
        stretch = length / max(1e-9, times[-1] - start) if len(times) > 1 else 1
        stays = {account: (rng.uniform(0, .3), rng.uniform(.6, 1)) for account in taking_part}
        for account, time in zip(order, times):
            low, high = stays[account]
            time = start + (low + (high - low) * (time - start) * stretch / length) * length + rng.uniform(0, 1.5)
            if rng.random() < STRAY:
                time = min(world.end - 1, time + rng.expovariate(1 / STRAY_WAIT))
            self.ask(account, time)

    def ask(self, account, time):
        """Sends one request of the queue, or now and then a conversation, which stands for its turns."""
        rng, world, campaign = self.rng, self.world, self.campaign
        end_user = rng.choice(account.end_users) if account.end_users else None
        if campaign.mean_turns:
            if rng.random() < 1 / campaign.mean_turns:
                talk(world, rng, account, time, campaign.topic, account.style, turns(rng, campaign.mean_turns),
                     campaign.pause, harvest=True, end_user=end_user)
            return
        text, body = self.prompt()
        send(world, rng, account, time, Ask(text, account.style, named(rng), body=body, end_user=end_user, harvest=True))

    def prompt(self):
        """A text and how it is worded: the next one, or another sample of a recent one."""
        if self.recent and self.rng.random() < SAMPLED:
            return self.rng.choice(self.recent)
        text = self.campaign.topic.text()
        prompt = text, worded(self.rng, text.prompt)
        self.recent = [*self.recent, prompt][-RECENT:]
        return prompt
