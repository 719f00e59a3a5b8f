"""Accounts that stand for many: platforms, relays that resell their access, and harvesters with ordinary traffic."""
import typing

import applications
import network
import people
import published
from conversations import agent, chat, single
from ordinary import Habit, geometric


class Visitor(typing.NamedTuple):
    """Somebody whose requests come over the account."""
    style: str
    client: published.Client
    system: str
    prompt: applications.Prompt
    user: str
    user_agent: str


class Visited(Habit):
    """Other people's conversations over one account; most are of a few of them."""

    def __init__(self, world, account, passes_programs=True):
        super().__init__(world, account)
        self.passes_programs, self.visitors = passes_programs, None

    def sitting(self, left):
        self.visit(self.moment("service"), left)

    def visit(self, time, left):
        """A conversation, a task or a few requests of one visitor."""
        world, account, rng = self.world, self.account, self.world.rng
        if self.visitors is None:
            self.visitors = [self.visitor(place) for place in range(max(2, int(account.volume ** .6)))]
        chosen = min(int(rng.expovariate(3.0 / len(self.visitors))), len(self.visitors) - 1)
        one = self.visitors[chosen]
        work = self.work(user=one.user if account.names_users else None,
                         user_agent=one.user_agent if self.passes_programs else None)
        if one.style == "client":
            work = work._replace(system=one.client.system, tools=one.client.tools)
            agent(world, account, time, min(left, geometric(rng, 4)), work)
        elif one.style == "script":
            work = work._replace(system=one.prompt.system, wrap=one.prompt.wrap)
            for gap in world.traffic.arrivals(min(left, rng.randint(1, 5)), 600, rng):
                single(world, account, time + gap, work)
        else:
            work = work._replace(system=one.system if one.style == "application" else None)
            chat(world, account, time, min(left, geometric(rng, 2)), work)

    def visitor(self, place):
        rng = self.world.rng
        style = rng.choices(["chat", "client", "script", "application"], [.5, .25, .15, .1])[0]
        client, system = rng.choice(published.CLIENTS), applications.assistant(rng)
        prompt = applications.small_application(rng)
        user_agent = network.program(rng) if style != "chat" else network.browser(rng)
        return Visitor(style, client, system, prompt, "u-" + network.digest(self.account.id, place)[:8], user_agent)


class Platform(Visited):
    """A company whose own customers talk over its account."""
    volume = 1.25

    def __init__(self, world, account):
        super().__init__(world, account)
        account.names_users = world.rng.random() < .6
        people.move_to_cloud(world, account)
