"""What accounts do besides what they are for: a second program with another purpose, instruction and parameters."""
import random

import customers
import interests
import relays
from clock import FLAT, GLOBAL, HUMAN
from habits import Work, runs, service
from phrases import PUBLIC
from style import Style
from topic import Topic

# How many of the accounts that programs use have a second one.
SECOND = .35
# How many of the accounts that do not only harvest resell their access besides; the others have an application.
RESOLD = .6


def second_program(world, account):
    """Lets an account run a second program, now and then: another application, or batches of raw texts."""
    rng = random.Random(f"{account.id}:besides")
    if rng.random() < SECOND:
        program = rng.choice([application, application, batches])
        program(world, rng, account, customers.volume(rng, 15))


def cover(world, rng, account, rate):
    """What a harvesting account does besides."""
    program = relays.resold if rng.random() < RESOLD else application
    program(world, rng, account, rate)


def application(world, rng, account, rate):
    """A service with an instruction of its own."""
    style = Style(rng, automated=True).templated(rng)
    topic = Topic(world, rng, "ordinary", interests.of_program(world, rng))
    end_users = customers.end_users(rng, 60)
    hours, mean_turns = rng.choice([GLOBAL, HUMAN, FLAT]), rng.choice([1, 1, 2.2])
    service(world, rng, account, Work(topic, style, rate), hours, mean_turns, end_users)


def batches(world, rng, account, rate):
    """Sets of texts without an instruction."""
    style = Style(rng, automated=True)
    if rng.random() < .4:
        style.public = rng.choice(PUBLIC)
    topic = Topic(world, rng, "ordinary", interests.of_program(world, rng))
    each_day, gap = rng.choice([.5, 1, 2, 5]), rng.choice([1.5, 5, 15, 40, 150])
    runs(world, rng, account, Work(topic, style, rate), each_day, gap=gap)
