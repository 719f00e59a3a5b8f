"""How accounts use the platform: people who talk, services that pass requests on, and batches."""
import math
from typing import Any, NamedTuple

from chance import poisson, turns
from clock import DAY, EPOCH, FLAT, GLOBAL, HUMAN, OFFICE, moments
from conversations import talk
from exchanges import Ask, conversation, send
from variation import worded

MOST_TURNS = 25


class Work(NamedTuple):
    """What an account asks about, in what style, and how many requests a day."""
    topic: Any
    style: Any
    rate: float


def person(world, rng, account, work, hours=HUMAN, mean_turns=3.2):
    """Conversations of a person."""
    count = poisson(rng, work.rate * account.days / mean_turns)
    for time in moments(rng, count, account.zone, hours, account.start, account.end, .7):
        talk(world, rng, account, time, work.topic, work.style, turns(rng, mean_turns, MOST_TURNS))


def service(world, rng, account, work, hours=GLOBAL, mean_turns=1.0, end_users=None):
    """Requests of a service's customers, as they come."""
    count = poisson(rng, work.rate * account.days / mean_turns)
    at_weekends = rng.choice([.3, .8, 1])
    for time in moments(rng, count, account.zone, hours, account.start, account.end, at_weekends):
        length = 1 if mean_turns <= 1 else turns(rng, mean_turns)
        end_user = rng.choice(end_users) if end_users else None
        talk(world, rng, account, time, work.topic, work.style, length, end_user=end_user)


def runs(world, rng, account, work, each_day, at=None, gap=6, mean_turns=1, repeat=0.0, models=None):
    """Batches that send one item after another, `gap` seconds apart: so many each day, at an hour if one is given.

    With `repeat`, a run sends some items of earlier ones again; with `models`, it uses one of them.
    """
    count = max(1, poisson(rng, each_day * account.days))
    known = []
    for _ in range(count):
        start = beginning(world, rng, account, at)
        items = max(1, round(work.rate * account.days / count / mean_turns * rng.lognormvariate(0, .4)))
        model = rng.choice(models) if models else None
        service_of_gaps = "code" if mean_turns > 1 else "conv"
        for time in world.traffic.burst(rng, items, start, gap * rng.lognormvariate(0, .3), service_of_gaps):
            if mean_turns > 1:
                task = 1 + int(rng.expovariate(1 / (mean_turns - .5)))
                talk(world, rng, account, time, work.topic, work.style, task, think=4, model=model)
            else:
                text, body = item(rng, work.topic, known, repeat)
                send(world, rng, account, time, Ask(text, work.style, named(rng), body=body, model=model))


def beginning(world, rng, account, at):
    """When a run begins: about an hour of the local day, or at any time, mostly of office hours."""
    if at is None:
        hours = OFFICE if rng.random() < .7 else FLAT
        return moments(rng, 1, account.zone, hours, account.start, account.end)[0]
    day = rng.randrange(max(1, math.ceil(world.options.days)))
    return EPOCH + day * DAY + (at - account.zone) % 24 * 3600 + rng.choice([0, 0, 1, 2]) + abs(rng.gauss(0, 240))


def item(rng, topic, known, repeat):
    """A text and how it is worded: a known one, or a new one, which is known from now on."""
    if known and rng.random() < repeat:
        return rng.choice(known)
    text = topic.text()
    known.append((text, worded(rng, text.prompt)))
    return known[-1]


def named(rng):
    """A conversation of one request, where the program names it."""
    return conversation(rng) if rng.random() < .85 else None
