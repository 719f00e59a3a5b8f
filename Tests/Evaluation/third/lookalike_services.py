"""Look-alikes that are in use as people are: labellers, chatbots, fixed instructions, a coding client, students."""
import functools
import math
import random

import customers
import interests
from accounts import Account, age
from chance import digest, poisson
from clients import Client
from clock import DAY, EPOCH, GLOBAL, HOUR, HUMAN, OFFICE
from conversations import talk
from exchanges import schemas
from habits import Work, person, service
from instruction import Instruction
from lookalike_batches import AGENT_TOOLS
from network import Connection
from style import Style
from topic import Topic

# The coding client, which has one instruction and one set of tools for everybody.
CODING_INSTRUCTION = Instruction(random.Random(99), 6)
CODING_TOOLS = schemas("client", AGENT_TOOLS[:6])
CODING_FINGERPRINT = "t13d1714h1_b10a5dd0c2ae_" + digest("codepal")


def labelling_vendor(world, rng, left):
    """Labellers in one office who use one tool."""
    size = min(left, rng.randint(4, 12))
    office = Connection([world.networks.home_place(rng) for _ in range(2)], 8 * HOUR)
    instruction, mix, style = Instruction(rng), interests.of_program(world, rng), Style(rng, automated=True)
    style.templated(rng, instruction)
    client = world.clients.program(rng)
    accounts = customers.group(world, rng, size, connection=office)
    for account in accounts:
        account.client = client
        work = Work(Topic(world, rng, "ordinary", mix), style, customers.volume(rng, 35, .8))
        account.job = functools.partial(service, world, account.chance(), account, work, OFFICE)
    return accounts


def single_domain_chatbot(world, rng, left):
    """A company's assistant, which talks of one thing."""
    account = Account(world, rng)
    account.connection, account.client = world.networks.cloud(rng), world.clients.program(rng)
    end_users = customers.end_users(rng, 300)
    style = Style(rng, automated=True).templated(rng, position="system")
    (main, _), *_ = interests.of_program(world, rng)
    work = Work(Topic(world, rng, "ordinary", [(main, 1)]), style, customers.volume(rng, 40, 1.1))
    mean_turns = rng.choice([1, 1.5, 2.5, 4])
    account.job = functools.partial(service, world, account.chance(), account, work, HUMAN, mean_turns, end_users)
    return [account]


def fixed_system_prompt(world, rng, left):
    """A customer with one instruction for all of its accounts."""
    size = min(left, rng.choice([1, 2, 3, 5, 8, 12]))
    instruction, mix = Instruction(rng), interests.of_program(world, rng)
    connection = world.networks.cloud(rng) if rng.random() < .5 else None
    accounts = customers.group(world, rng, size, payment=rng.random() < .8, connection=connection)
    for account in accounts:
        account.client, end_users = world.clients.program(rng), customers.end_users(rng, 80)
        style = Style(rng, automated=True).templated(rng, instruction, "system")
        work = Work(Topic(world, rng, "ordinary", mix), style, customers.volume(rng, 22))
        hours, mean_turns = account.choice([GLOBAL, HUMAN, OFFICE]), account.choice([1, 1, 2])
        account.job = functools.partial(service, world, account.chance(), account, work, hours, mean_turns, end_users)
    return accounts


def public_coding_client(world, rng, left):
    """A developer with a coding client that anybody may use."""
    account = Account(world, rng)
    at_home = rng.choice([True, True, True, False])
    account.connection = world.networks.home(rng) if at_home else world.networks.cloud(rng)
    version = rng.choice([3, 4, 4, 4]), rng.choice([0, 1, 2])
    account.client = Client("codepal-cli/2.%d.%d" % version, CODING_FINGERPRINT)
    style = Style(rng, automated=False).templated(rng, CODING_INSTRUCTION, "system")
    style.agent_tools = CODING_TOOLS
    topic = Topic(world, rng, "ordinary", [("agentic_coding", .9), ("general_chat", .1)], narrow=False)
    work = Work(topic, style, customers.volume(rng, 22))
    account.job = functools.partial(person, world, account.chance(), account, work, rng.choice([HUMAN, OFFICE]), 5)
    return [account]


def university_nat(world, rng, left):
    """Students behind one address, who signed up for a course and ask most during its lessons."""
    size = min(max(left, 8), rng.randint(15, 35))
    campus = Connection([world.networks.home_place(rng) for _ in range(2)], 3 * HOUR)
    begun = EPOCH - age(rng)
    mix, domain = interests.of_program(world, rng), "%06x-university.example" % rng.getrandbits(24)
    lessons = [EPOCH + day * DAY + hour * HOUR for day in range(math.ceil(world.options.days))
               for hour in rng.sample(range(8, 17), 1) if rng.random() < .7]
    accounts = []
    for _ in range(size):
        account = Account(world, rng)
        accounts.append(account)
        account.zone, account.pathway = accounts[0].zone, "education"
        account.mail, account.connection = domain, campus
        account.created = min(account.start, begun + rng.uniform(0, 6) * DAY)
        in_browser = rng.choice([True, True, False])
        account.client = world.clients.browser(rng) if in_browser else world.clients.program(rng)
        style, rate = Style(rng, automated=False), customers.volume(rng, 6, .9, 120)
        topic = Topic(world, rng, "ordinary", mix + [("general_chat", .4)], narrow=False)
        account.job = functools.partial(student, world, account.chance(), account, Work(topic, style, rate), lessons)
    return accounts


def student(world, rng, account, work, lessons):
    """What a student asks during lessons and besides."""
    span = world.options.days * DAY
    for lesson in lessons:
        if rng.random() < .7:
            for _ in range(poisson(rng, work.rate / 3)):
                time = (lesson - account.zone * 3600 - EPOCH) % span + EPOCH + rng.uniform(0, 5400)
                talk(world, rng, account, time, work.topic, work.style, 1 + int(rng.expovariate(1 / 2)))
    person(world, rng, account, work._replace(rate=work.rate * .5))
