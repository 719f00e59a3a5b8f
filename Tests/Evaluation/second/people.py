"""Accounts: people with what they pay, sign up and connect with, and organisations whose accounts share some of it."""
import dataclasses
import math
import typing

import network

DAY, HOUR = 86_400.0, 3_600.0
PATHWAYS = ["direct_api", "cloud_reseller", "subscription", "education", "research", "startup"]
MAIL = ["gmail.example", "outlook.example", "proton.example", "mail.example", "qq.example", "yahoo.example"]


@dataclasses.dataclass(eq=False)
class Account:
    """One account. Times are seconds from the beginning of the log."""
    id: str
    kind: str = "ordinary"
    label: str = "benign"
    campaign: str | None = None
    cluster: str | None = None
    organisation: str | None = None
    plan: str | None = None
    pathway: str = "direct_api"
    payment: str = ""
    mail: str = ""
    created: float = 0
    start: float = 0
    end: float = 0
    operator: int = 0
    country: str = ""
    zone: float = 0
    addresses: list = dataclasses.field(default_factory=list)
    user_agents: list = dataclasses.field(default_factory=list)
    keys: list = dataclasses.field(default_factory=list)
    model: str = ""
    # When and how often the account uses the model that is released within the log; None: never.
    adoption: tuple | None = None
    errors: float = 0
    refusals: float = 0
    caching: float = 0
    temperature: float | None = None
    most_tokens: int | None = None
    streams: bool = False
    system_as_message: bool = False
    sends_tools: bool = False
    tool_version: int = 0
    thinks: bool = False
    names_conversations: bool = False
    names_users: bool = False
    names_client: bool = False
    # Exchanges over the whole log, and how many of them are still to be spent on a batch or a harvest.
    volume: int = 0
    quota: int = 0
    # How the account spends its exchanges (`ordinary.py`, `lookalikes.py`).
    habit: typing.Any = None
    # What a pool gave the account (`pool.py`).
    own_system: str | None = None
    own_wording: int = 0


def person(world, api=True):
    """An account of its own, over the API or through an application."""
    rng, account = world.rng, Account(world.new_id())
    account.operator, account.country = rng.choice(network.HOMES)
    account.zone = network.ZONES[account.country] + rng.choice([0, 0, 0, -1, 1])
    places = rng.choice([1, 1, 1, 2, 2, 3])
    account.addresses = [network.address_of(rng, account.operator, network.HOME_NETWORKS) for _ in range(places)]
    if rng.random() < .08:
        proxy, _ = rng.choice(network.PROXIES)
        account.addresses.append(network.address_of(rng, proxy, network.PROXY_NETWORKS))
    account.payment = "pay:" + network.digest(account.id, "p")[:12]
    if rng.random() < .04:  # prepaid cards and marketplaces
        account.payment = "pay:" + network.digest("market", rng.randrange(12))[:12]
    account.created = signed_up(world)
    weights = [.62, .16, .06, .05, .04, .07] if api else [.12, .02, .78, .06, .01, .01]
    account.pathway = rng.choices(PATHWAYS, weights)[0]
    account.mail = rng.choice(MAIL) if rng.random() < .6 else private_mail(rng)
    account.user_agents = [network.program(rng) if api else network.browser(rng)]
    if rng.random() < .3:
        account.user_agents.append(network.program(rng) if api else network.browser(rng))
    account.keys = ["k:" + network.digest(account.id, key)[:16] for key in range(rng.choice([1, 1, 1, 2, 3]))]
    prefer(world, account, api)
    if api and rng.random() < .4:
        account.organisation = "org-" + network.digest(account.id, "own")[:8]
    stay(world, account)
    return account


def prefer(world, account, api):
    """The account's models and parameters, and how often its requests fail."""
    rng = world.rng
    account.model = rng.choices(["model-a", "model-b", "model-c-mini"], [.4, .35, .25])[0]
    if rng.random() < .4:
        account.adoption = world.release + rng.expovariate(1 / (1.3 * DAY)), rng.uniform(.4, 1)
    account.errors = min(.25, rng.gammavariate(1.2, .018))
    account.refusals = min(.2, rng.gammavariate(.7, .012))
    account.streams = rng.random() < (.45 if api else .95)
    account.system_as_message = rng.random() < .3
    account.temperature = rng.choice([None, None, 0, .2, .3, .7, .7, 1.0, 1.0])
    account.most_tokens = rng.choice([None, None, 256, 512, 1024, 1024, 2048, 4096, 8192])
    account.thinks = rng.random() < .35
    account.names_conversations = rng.random() < (.45 if api else .95)
    account.sends_tools, account.caching = rng.random() < .3, rng.random()


def stay(world, account):
    """From when to when the account is in use: most all the time, at least for .15 of the log."""
    rng, span = world.rng, world.span
    if account.created > 0:
        account.start = max(0, account.created + rng.uniform(0, 3 * HOUR))
    else:
        account.start = 0 if rng.random() < .7 else rng.uniform(0, .6) * span
    account.end = span if rng.random() < .7 else min(span, account.start + rng.uniform(.25, 1) * span)
    if account.end - account.start < .15 * span:
        account.end = min(span, account.start + .15 * span)


def signed_up(world):
    """When an account was made: mostly long before the log, sometimes within it."""
    rng = world.rng
    when = rng.random()
    if when < .06:
        return rng.uniform(0, .8) * world.span
    if when < .22:
        return -rng.uniform(0, 30) * DAY
    return -min(1100, rng.expovariate(1 / 260) + 5) * DAY


def private_mail(rng):
    """A domain of one's own."""
    return "d%x.example" % rng.getrandbits(20)


def move_to_cloud(world, account):
    """Lets the account's requests come from servers in a cloud."""
    rng = world.rng
    account.operator, account.country = rng.choice(network.CLOUDS)
    networks = range(network.CLOUD_NETWORKS)
    usual = rng.choice(networks)
    account.addresses = [network.address(rng, account.operator, usual if rng.random() < .7 else rng.choice(networks))
                         for _ in range(rng.randint(1, 4))]


def organisation(world, size, make, tag, cloud=.3, shared_payment=.85, burst=.4, operator=None):
    """Accounts of one organisation: card, office range, client and days of sign-up are often shared."""
    rng = world.rng
    name = "org-" + network.digest(tag, rng.random())[:8]
    operator = operator or rng.choice(network.HOMES if rng.random() > cloud else network.CLOUDS)
    office, payment = rng.randrange(900, 1000), "pay:" + network.digest(name)[:12]
    created, user_agent, mail = signed_up(world), network.program(rng), private_mail(rng)
    has_office = rng.random() < .85
    accounts = []
    for _ in range(size):
        account = make()
        account.organisation, account.mail, account.zone = name, mail, network.ZONES.get(operator[1], 0)
        if rng.random() < shared_payment:
            account.payment = payment
        if has_office:
            account.operator, account.country = operator
            account.addresses = [network.address(rng, operator[0], office) for _ in range(rng.choice([1, 1, 2]))]
        if rng.random() < .3:
            account.addresses.append(network.address_of(rng, rng.choice(network.HOMES)[0], network.HOME_NETWORKS))
        if rng.random() < burst:
            account.created = min(.8 * world.span, created + rng.uniform(0, 3) * DAY)
            account.start = max(account.start, account.created)
        if rng.random() < .5 and not account.names_client:
            account.user_agents = [user_agent]
        account.end = max(account.end, min(world.span, account.start + .15 * world.span))
        accounts.append(account)
    return accounts


def volume(world, mean, spread=.95):
    """How many exchanges an account makes: few make many."""
    return max(2, round(mean * math.exp(world.rng.gauss(-spread * spread / 2, spread))))
