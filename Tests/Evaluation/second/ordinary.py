"""Ordinary accounts by their habits: each habit spends an account's exchanges one sitting at a time."""
import applications
import clock
import network
import people
import published
from conversations import Work, agent, chat, single
from people import DAY, HOUR

# No account sits down more often than this, whatever its volume.
MOST_SITTINGS = 4_000


class Habit:
    """How an account spends its exchanges."""
    # Whether accounts of the habit use the API, and how their volume compares with others'.
    api, volume = True, .97

    def __init__(self, world, account):
        self.world, self.account = world, account

    def sitting(self, left):
        """One sitting of at most, or little more than, `left` exchanges."""
        raise NotImplementedError

    def work(self, **options):
        """Work on texts of the ordinary side."""
        return Work(self.world.ordinary_texts, **options)

    def moment(self, kind):
        return clock.moment(self.world, self.account, kind)

    def batch(self, time, count, span, make):
        """So many single requests over a span of seconds, each of the work that `make` gives."""
        for gap in self.world.traffic.arrivals(count, span, self.world.rng):
            single(self.world, self.account, time + gap, make())


def spend(world, account, count):
    """Lets an account make `count` exchanges by its habit, or a few more."""
    goal = world.log.count(account) + count
    for _ in range(MOST_SITTINGS):
        left = goal - world.log.count(account)
        if left <= 0:
            return
        account.habit.sitting(left)


def geometric(rng, mean):
    """One or more, most often few."""
    return 1 + int(rng.expovariate(1 / mean))


class Talker(Habit):
    """A person who talks: at home, or at work as a developer does, now and then with functions."""

    def __init__(self, world, account, at_home=True):
        super().__init__(world, account)
        self.at_home, self.tries_functions = at_home, False
        if not at_home:
            account.names_conversations = world.rng.random() < .6
            self.tries_functions = world.rng.random() < .2

    def sitting(self, left):
        world, rng = self.world, self.world.rng
        turns = min(left, geometric(rng, 2.2 if self.at_home else 1.6))
        time = self.moment(rng.choice(["home", "home", "work"]) if self.at_home else "work")
        if rng.random() < .25 and left > 4:
            for _ in range(rng.randint(2, 4)):
                time = chat(world, self.account, time, max(1, turns // 2), self.work()) + rng.expovariate(1 / 200.)
        elif self.tries_functions and rng.random() < .6:
            tools = rng.sample(published.TOOLS, rng.randint(1, 7))
            agent(world, self.account, time, turns, self.work(tools=tools, want=rng.choice([None, "tool_orchestration"])))
        else:
            chat(world, self.account, time, turns, self.work())


class Home(Talker):
    """A person at home."""
    api = False


class Developer(Talker):
    """A developer at work."""

    def __init__(self, world, account):
        super().__init__(world, account, at_home=False)


class CodingClient(Habit):
    """A developer with a public coding client."""

    def __init__(self, world, account):
        super().__init__(world, account)
        rng = world.rng
        self.client = rng.choice(published.CLIENTS)
        account.user_agents, account.names_client = [network.named_client(rng, self.client)], True
        account.names_conversations, account.streams = rng.random() < .85, True
        account.most_tokens = rng.choice([None, 4096, 8192])
        if rng.random() < .5:
            account.pathway = "subscription"

    def sitting(self, left):
        world, rng = self.world, self.world.rng
        time = self.moment("work" if rng.random() < .75 else "home")
        work = self.work(system=self.client.system, tools=self.client.tools, target="agentic_coding")
        if self.client.tools:
            return agent(world, self.account, time, min(left, geometric(rng, 5)), work)
        for _ in range(min(left, rng.randint(1, 6))):
            time = single(world, self.account, time, work._replace(tools=None, service="code", style="code"))
            time += world.traffic.gap(rng, "code") * 25


class Application(Habit):
    """A company's assistant, which talks with the company's customers."""

    def __init__(self, world, account, in_cloud=False):
        super().__init__(world, account)
        rng = world.rng
        self.system = applications.assistant(rng)
        account.names_users = rng.random() < .6
        self.users = rng.randint(3, 60)
        if in_cloud or rng.random() < .5:
            people.move_to_cloud(world, account)
        self.tools = rng.sample(published.TOOLS, rng.randint(1, 6)) if rng.random() < .25 else None

    def sitting(self, left):
        rng, user = self.world.rng, None
        if self.account.names_users:
            user = "u-" + network.digest(self.account.id, rng.randrange(self.users))[:8]
        time = self.moment("service")
        chat(self.world, self.account, time, min(left, geometric(rng, 1.3)),
             self.work(system=self.system, user=user, tools=self.tools))


class CloudApplication(Application):
    """An assistant that runs in a cloud."""
    volume = 1.25

    def __init__(self, world, account):
        super().__init__(world, account, in_cloud=True)


class Prompted(Habit):
    """One instruction over varied inputs, some of them at a time."""
    styles = ["prose", "json", "label", "prose", "steps"]

    def __init__(self, world, account):
        super().__init__(world, account)
        self.prompt, self.style = applications.small_application(world.rng), world.rng.choice(self.styles)

    def prompted(self):
        return self.work(wrap=self.prompt.wrap, system=self.prompt.system, style=self.style)

    def sitting(self, left):
        rng = self.world.rng
        time = self.moment(rng.choice(["work", "service", "flat"]))
        self.batch(time, min(left, geometric(rng, 6)), rng.lognormvariate(6, 1.3), self.prompted)


class Script(Prompted):
    """A small application, on a desk or in a cloud."""

    def __init__(self, world, account):
        super().__init__(world, account)
        account.names_conversations = world.rng.random() < .25
        if world.rng.random() < .4:
            people.move_to_cloud(world, account)


class Researcher(Prompted):
    """A script of a researcher."""
    styles = ["steps", "prose", "score"]

    def __init__(self, world, account):
        super().__init__(world, account)
        account.pathway = world.rng.choice(["research", "education", "direct_api"])


class Nightly(Script):
    """A small application that runs at one hour of each day."""
    volume = 1.25

    def __init__(self, world, account):
        super().__init__(world, account)
        self.hour = world.rng.uniform(0, 24)

    def sitting(self, left):
        rng, account = self.world.rng, self.account
        days = max(1, int((account.end - account.start) / DAY))
        count = min(left, max(1, int(account.volume / days * rng.uniform(.6, 1.4)) + 1))
        time = rng.randrange(days + 1) * DAY + (self.hour - account.zone) % 24 * HOUR + rng.expovariate(1 / 400.)
        if not account.start <= time < account.end:
            time = account.start + rng.random() * (account.end - account.start)
        self.batch(time, count, rng.uniform(120, 5400), self.prompted)
