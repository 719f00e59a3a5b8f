"""Relays and platforms: accounts that resell their access, so that unrelated customers stand behind one account."""
import functools
from typing import Any, NamedTuple

import customers
import interests
from accounts import Account
from chance import poisson, turns
from clock import HUMAN, moments
from conversations import talk
from phrases import PUBLIC
from style import Style
from topic import Topic


class Customer(NamedTuple):
    """A customer of a relay: a share of its traffic, and what can be seen of the customer."""
    share: float
    style: Any
    topic: Topic
    zone: float
    end_user: str | None
    client: Any
    mean_turns: float


def relay(world, rng, left):
    """A relay that does nothing else."""
    account = reseller(world, rng, customers.volume(rng, 90, .9))
    account.label = "relay"
    return [account]


def platform(world, rng, left):
    """A product that lets its customers ask what they want: what a relay is, but known and allowed."""
    return [reseller(world, rng, customers.volume(rng, 45))]


def reseller(world, rng, rate):
    """An account that others stand behind."""
    account = Account(world, rng)
    account.connection, account.client = world.networks.cloud(rng), world.clients.program(rng)
    account.job = functools.partial(resold, world, account.chance(), account, rate)
    return account


def resold(world, rng, account, rate):
    """What the customers of a relay ask, so much a day."""
    count = rng.randint(6, 40)
    names_users, sends_own_agent = rng.random() < .4, rng.random() < .5
    served = [customer(world, rng, names_users, sends_own_agent) for _ in range(count)]
    total = sum(one.share for one in served)
    for one in served:
        conversations = poisson(rng, rate * account.days * one.share / total / one.mean_turns)
        for time in moments(rng, conversations, one.zone, HUMAN, account.start, account.end, .9):
            length = 1 if one.mean_turns == 1 else turns(rng, one.mean_turns)
            talk(world, rng, account, time, one.topic, one.style, length, end_user=one.end_user, client=one.client)


def customer(world, rng, names_users, sends_own_agent):
    style = Style(rng, automated=rng.random() < .5)
    if rng.random() < .45:
        style.templated(rng)
    elif rng.random() < .4:
        style.public = rng.choice(PUBLIC)
    share = rng.gammavariate(.7, 1)
    mix = interests.of_person(world, rng) if rng.random() < .5 else interests.of_program(world, rng)
    topic = Topic(world, rng, "ordinary", mix, narrow=rng.random() < .5)
    zone = rng.choice([-8, -5, 0, 1, 8, 8, 8, 9])
    end_user = "u-%06x" % rng.getrandbits(24) if names_users else None
    client = None if sends_own_agent else world.clients.program(rng)
    return Customer(share, style, topic, zone, end_user, client, rng.choice([1, 1, 2.5, 4]))
