"""A pool: accounts of one owner that work through a queue of texts with one instruction, in runs of some hours.

Campaigns consist of pools, and so do ordinary jobs, which differ in what they send and in nothing else.
"""
import collections
import random

import applications
import published
from chores import CHORES
from conversations import Work, agent, chat, own_tools
from exchanges import Request
from orders import Manner, injected
from paraphrase import around, paraphrased
from people import DAY, HOUR

# Tasks for each exchange of a form: conversations and agents make several of one.
TASKS = {"single": .9, "multi": .55, "agent": .27}
# The centre of a run, in hours of the day, by when the owner works.
START_HOURS = {"flat": lambda rng: rng.uniform(0, 24), "office": lambda rng: min(22, max(8, rng.gauss(14, 3.5))),
               "nights": lambda rng: rng.uniform(21, 30)}


class Pool:
    """A pool at work."""

    def __init__(self, world, accounts, order):
        self.world, self.accounts, self.order = world, accounts, order
        self.manner = Manner(world.rng, order.purpose)
        for account in accounts:
            self.equip(account)

    def run(self):
        """Works through the queue; nobody stays silent."""
        self.replace_banned()
        for account in self.accounts:
            account.end = max(account.end, account.start + HOUR)
        current = None
        for time in self.times():
            if sum(account.quota for account in self.accounts) <= 0:
                break
            ready = [account for account in self.accounts if account.quota > 0 and account.start <= time < account.end]
            if not ready:
                continue
            if current not in ready or self.world.rng.random() < .3:
                current = self.world.rng.choices(ready, [account.quota for account in ready])[0]
            self.task(current, time)
        for account in self.accounts:
            if self.world.log.count(account) == 0:
                self.once(account)

    def equip(self, account):
        """Gives an account the pool's parameters, and a system prompt of its own: camouflage, or what its application says."""
        rng, manner = self.world.rng, self.manner
        if manner.rigid:
            account.temperature, account.most_tokens = manner.temperature, manner.most_tokens
            account.names_conversations = manner.names_conversations
        account.thinks = manner.thinks if rng.random() < .8 else account.thinks
        account.own_wording = rng.getrandbits(40)
        account.tool_version = rng.randrange(2) if manner.varies_tools else 0
        if self.order.prompt is None:
            chore = CHORES[rng.choice(list(CHORES))]
            told = " ".join(chore.parts(rng, **applications.filling(rng))[:3])
            account.own_system = rng.choice([None, None, None, "You are a helpful assistant.", told,
                                             applications.assistant(rng)])

    def replace_banned(self):
        """In every other campaign some accounts end early, and others begin and take over a part of their work."""
        rng, order, span = self.world.rng, self.order, self.world.span
        if rng.random() >= .5 or len(self.accounts) < 5 or not order.harvest:
            return
        count = max(1, len(self.accounts) // 6)
        chosen = rng.sample(self.accounts, 2 * count)
        for old, new in zip(chosen[:count], chosen[count:]):
            old.end = order.start + (order.stop - order.start) * rng.uniform(.3, .7)
            new.start = max(old.end + rng.lognormvariate(8.6, 1), new.start)
            for account in (old, new):
                account.quota = max(1, account.quota * 6 // 10)
            if new.created > old.end or new.created > -5 * DAY and rng.random() < .5:
                new.created = old.end - rng.uniform(0, 5) * DAY
            new.start, new.end = min(new.start, .92 * span), span
            if new.created > new.start:
                new.created = new.start - HOUR

    def times(self):
        """When tasks begin: in runs, within which they arrive as in the trace."""
        rng, runs = self.world.rng, self.runs()
        quota = sum(account.quota for account in self.accounts)
        count = max(len(self.accounts), round(quota * TASKS[self.manner.form]))
        weights = [rng.uniform(.3, 1) for _ in runs]
        times = []
        for run, tasks in collections.Counter(rng.choices(range(len(runs)), weights, k=count)).items():
            begin, length = runs[run]
            times += [begin + gap for gap in self.world.traffic.arrivals(tasks, length, rng)]
        return sorted(times)

    def runs(self):
        """The runs of the job as (begin, seconds): some a day, at the hours when its owner works."""
        rng, order, loud = self.world.rng, self.order, self.world.loud
        days = max(1, int((order.stop - order.start) / DAY))
        each_day = rng.choice([1, 2, 3]) if loud else rng.choice([1, 2])
        runs = []
        for day in range(days + 1):
            for _ in range(each_day):
                hours = {kind: draw(rng) for kind, draw in START_HOURS.items()}
                begin = order.start - order.start % DAY + day * DAY + (hours[order.hours] - order.zone) % 24 * HOUR
                if order.start <= begin < order.stop:
                    runs.append((begin, rng.uniform(.5, 4) * HOUR * (1 if loud else 2)))
        pace = rng.choice([1, 1, 2, 5]) if loud else rng.choice([1, 2, 4])
        return [(begin, min(length * pace, 14 * HOUR)) for begin, length in runs] or [(order.start, 6 * HOUR)]

    def task(self, account, time):
        """One task of the queue, in the pool's form or, for a fifth of them, in another."""
        rng, manner, log = self.world.rng, self.manner, self.world.log
        before = log.count(account)
        form = manner.form
        if form != "agent" and rng.random() >= .8:
            form = "multi" if form == "single" else "single"
        system = self.system(account)
        work = Work(self.order.deck, system=system, wrap=lambda text: self.worded(account, text), target=self.order.target,
                    harvest=self.order.harvest)
        if form == "agent":
            rounds = min(account.quota, 1 + int(rng.expovariate(1 / 3.5)))
            agent(self.world, account, time, rounds, work._replace(system=self.agent_system(system), tools=self.tools()))
        elif form == "multi":
            turns = min(account.quota, rng.choice([1, 2, 2, 3, 4]))
            style = manner.style if manner.style != "tool" else "prose"
            chat(self.world, account, time, turns, work._replace(style=style, scale=1.4))
        else:
            self.single(account, time, system, work)
        account.quota -= max(1, log.count(account) - before)

    def single(self, account, time, system, work):
        log = self.world.log
        text, said = work.deck.deal()
        message = {"role": "user", "content": work.wrap(said)}
        log.send(account, time, work.request(
            [message], text.target, style=self.manner.style, scale=1.8 if self.order.purpose == "cot" else 1.2,
            conversation=log.conversation(account), tools=own_tools(account, text, self.world.rng)))

    def once(self, account):
        """One exchange of an account to which no task fell."""
        rng, world, order = self.world.rng, self.world, self.order
        text, said = order.deck.deal()
        message = {"role": "user", "content": self.worded(account, said)}
        time = min(account.start + rng.random() * max(HOUR, account.end - account.start), world.span - 60)
        world.log.send(account, time, Request([message], system=self.common_system(), harvest=order.harvest,
                                              target=order.target or text.target))

    @property
    def fixed_in_system(self):
        return self.order.template == "fixed" and self.manner.in_system

    def common_system(self):
        """The system prompt that all accounts of the pool send."""
        if self.order.prompt:
            return self.order.prompt.system
        return self.order.instruction.fixed() if self.fixed_in_system else None

    def system(self, account):
        """The system prompt of an account's requests."""
        if self.order.prompt or self.fixed_in_system:
            return self.common_system()
        return account.own_system

    def agent_system(self, system):
        """The system prompt of an agent: its client's, unless the instruction stands there."""
        return system if self.fixed_in_system else self.manner.client.system or system

    def tools(self):
        """An agent's tools: its client's, or others each time."""
        rng = self.world.rng
        if self.order.template in ("fixed", "paraphrased") or not self.manner.varies_tools:
            return self.manner.client.tools
        return rng.sample(published.TOOLS, rng.randint(2, 7))

    def worded(self, account, text):
        """A text as the account sends it."""
        order, manner, rng = self.order, self.manner, self.world.rng
        if order.prompt:
            return order.prompt.wrap(text)
        if order.template == "fixed":
            return text if manner.in_system else around(order.instruction.fixed(), text, manner.delimiters)
        if order.template == "paraphrased":
            own = random.Random(account.own_wording) if manner.one_wording_each else rng
            return paraphrased(order.instruction, text, own)
        return injected(order.template, manner.span, text, rng)
