"""Everyday accounts: people, small applications, scripts, companies, and users of a small published plugin."""
import functools

import customers
import interests
from accounts import Account
from clients import Client
from clock import DAY, FLAT, GLOBAL, HUMAN, OFFICE
from habits import Work, person, runs, service
from instruction import Instruction
from network import Connection
from phrases import PUBLIC
from style import Style
from topic import Topic


def individual(world, rng, left):
    """A person, in a browser or with a program of their own."""
    account = Account(world, rng)
    in_browser = rng.random() < .55
    account.connection = world.networks.home(rng)
    account.client = world.clients.browser(rng) if in_browser else world.clients.program(rng)
    if in_browser:
        account.pathway = "subscription"
        account.plan = account.plan if account.plan == "free" else "pro"
    style = Style(rng, automated=False)
    if rng.random() < .4:
        style.public = rng.choice(PUBLIC)
    elif rng.random() < .2:
        style.templated(rng, position="system")
    topic = Topic(world, rng, "ordinary", interests.of_person(world, rng), narrow=False)
    work = Work(topic, style, customers.volume(rng, 9, 1.1, 300))
    account.job = functools.partial(person, world, account.chance(), account, work)
    return [account]


def small_app(world, rng, left):
    """An application with one instruction: a service, one that talks, a nightly job, or batches."""
    account = Account(world, rng)
    account.connection = world.networks.cloud(rng) if rng.random() < .75 else world.networks.home(rng)
    account.client = world.clients.program(rng)
    style = Style(rng, automated=True).templated(rng)
    end_users = customers.end_users(rng, rng.choice([5, 40, 200]))
    topic = Topic(world, rng, "ordinary", interests.of_program(world, rng))
    work = Work(topic, style, customers.volume(rng, 15, 1.15))
    kind = rng.choices(["service", "chatty", "cron", "batch"], [45, 15, 20, 20])[0]
    hours = rng.choice([GLOBAL, HUMAN, OFFICE, FLAT])
    at = rng.choice([None, 0, 1, 2, 3, 4, 6, 9, 12, 18])
    each_day = rng.choice([1, 1, 2, 4, 8, 24])
    own = account.chance()
    if kind in ("service", "chatty"):
        mean_turns = own.choice([1.6, 2.5, 4]) if kind == "chatty" else 1
        account.job = functools.partial(service, world, own, account, work, hours, mean_turns, end_users)
    else:
        each_day, at = (each_day, None) if kind == "batch" else (1, at)
        gap, repeat = own.choice([1.5, 4, 10, 30, 120, 400]), own.choice([0, 0, .1, .4])
        account.job = functools.partial(runs, world, own, account, work, each_day, at, gap=gap, repeat=repeat)
    return [account]


def script(world, rng, left):
    """A developer or hobbyist who sends sets of texts without a template, or with a trivial one."""
    account = Account(world, rng)
    at_home = rng.choice([True, True, False])
    account.connection = world.networks.home(rng) if at_home else world.networks.cloud(rng)
    account.client = world.clients.program(rng)
    style = Style(rng, automated=True)
    if rng.random() < .4:
        style.public = rng.choice(PUBLIC)
    topic = Topic(world, rng, "ordinary", interests.of_program(world, rng))
    work = Work(topic, style, customers.volume(rng, 18, 1.25))
    each_day = rng.choice([.5, 1, 2, 5, 10])
    steady, own = rng.random() < .25, account.chance()
    if steady:
        account.job = functools.partial(service, world, own, account, work, own.choice([FLAT, GLOBAL]))
    else:
        gap, repeat = own.choice([1.5, 5, 15, 40, 150, 500]), own.choice([0, .05, .2])
        account.job = functools.partial(runs, world, own, account, work, each_day, gap=gap, repeat=repeat)
    return [account]


def company(world, rng, left):
    """A company: some of its accounts are people in an office, the others services."""
    size = min(left, rng.randint(2, 6))
    office = Connection([world.networks.home_place(rng) for _ in range(rng.choice([1, 2]))], DAY)
    accounts = customers.group(world, rng, size)
    for account in accounts:
        if rng.random() < .5:
            account.connection = office
            employee(world, rng, account)
        else:
            company_service(world, rng, account)
    return accounts


def employee(world, rng, account):
    account.client = world.clients.program(rng) if rng.choice([True, False]) else world.clients.browser(rng)
    style = Style(rng, automated=False)
    topic = Topic(world, rng, "ordinary", interests.of_person(world, rng), narrow=False)
    work = Work(topic, style, customers.volume(rng, 9))
    account.job = functools.partial(person, world, account.chance(), account, work, OFFICE)


def company_service(world, rng, account):
    account.client = world.clients.program(rng)
    style = Style(rng, automated=True).templated(rng)
    topic = Topic(world, rng, "ordinary", interests.of_program(world, rng))
    work = Work(topic, style, customers.volume(rng, 18, 1.2))
    end_users = customers.end_users(rng, 60)
    account.job = functools.partial(service, world, account.chance(), account, work, account.choice([GLOBAL, OFFICE, HUMAN]),
                                    account.choice([1, 1, 2.2]), end_users)


def plugin(world, rng, left):
    """Users of a small published tool with an instruction of its own, which each of them runs with a key of theirs."""
    size = min(left, rng.randint(6, 16))
    instruction, client = Instruction(rng), world.clients.program(rng)
    client = Client(client.user_agent + " plugin", client.fingerprint)
    mix = interests.of_program(world, rng)
    return [plugin_user(world, rng, instruction, client, mix) for _ in range(size)]


def plugin_user(world, rng, instruction, client, mix):
    account = Account(world, rng)
    account.connection, account.client = world.networks.home(rng), client
    style = Style(rng, automated=False).templated(rng, instruction, "system")
    work = Work(Topic(world, rng, "ordinary", mix), style, customers.volume(rng, 9))
    account.job = functools.partial(person, world, account.chance(), account, work, HUMAN, 1.8)
    return account
