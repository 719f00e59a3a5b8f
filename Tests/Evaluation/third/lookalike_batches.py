"""Look-alikes that send batches: evaluations, agents and judges in continuous integration, legal reviews, own models."""
import functools

import customers
import interests
import models
from chance import digest
from clock import DAY
from exchanges import schemas
from habits import Work, runs
from instruction import Instruction
from network import Connection
from style import Style
from topic import Topic

AGENT_TOOLS = ["bash", "read_file", "edit_file", "grep", "apply_patch", "list_dir", "web_fetch", "run_tests"]


def academic_eval(world, rng, left):
    """Researchers who send a benchmark to every model."""
    size = min(left, rng.randint(1, 5))
    campus = Connection([world.networks.home_place(rng)], DAY) if rng.random() < .5 else None
    accounts = customers.group(world, rng, size, payment=rng.random() < .7, connection=campus)
    mix, instruction = interests.of_program(world, rng), Instruction(rng, rng.choice([1, 2, 3]))
    for account in accounts:
        researcher(world, rng, account, mix, instruction)
    return accounts


def researcher(world, rng, account, mix, instruction):
    account.pathway = rng.choice(["research", "research", "education", "direct_api"])
    account.client = world.clients.program(rng)
    style = Style(rng, automated=True)
    style.temperatures = [rng.choice([0, 0, .7])]
    if rng.random() < .8:
        style.templated(rng, instruction, rng.choice(["prefix", "suffix", "both", "system"]))
    work = Work(Topic(world, rng, "ordinary", mix), style, customers.volume(rng, 55))
    account.job = functools.partial(runs, world, account.chance(), account, work, 1.3, gap=account.choice([1, 3, 8]),
                                    repeat=.3, models=models.NAMES)


def ci_agents(world, rng, left):
    """Agents that work on a code base at night."""
    size = min(left, rng.choice([1, 1, 2, 3]))
    tools = schemas("agent", rng.sample(AGENT_TOOLS, rng.randint(3, 7)))
    instruction = Instruction(rng)
    accounts = customers.group(world, rng, size)
    for account in accounts:
        account.client = world.clients.program(rng)
        style = Style(rng, automated=True).templated(rng, instruction, "system")
        style.agent_tools = tools
        topic = Topic(world, rng, "ordinary", [("agentic_coding", .9), ("tool_use", .1)])
        work, at = Work(topic, style, customers.volume(rng, 45)), rng.choice([0, 1, 2, 3, 4])
        account.job = functools.partial(runs, world, account.chance(), account, work, 1, at, gap=40, mean_turns=5)
    return accounts


def llm_judge_ci(world, rng, left):
    """Judges of answers in continuous integration, at temperature 0."""
    size = min(left, rng.choice([1, 1, 1, 2]))
    instruction = Instruction(rng)
    accounts = customers.group(world, rng, size)
    for account in accounts:
        account.client = world.clients.program(rng)
        style = Style(rng, automated=True)
        style.temperatures = [0]
        if rng.random() < .6:
            style.templated(rng, instruction)
        topic = Topic(world, rng, "ordinary", [("rubric_grading", .9), ("general_chat", .1)])
        work, each_day = Work(topic, style, customers.volume(rng, 60)), rng.choice([2, 5, 10])
        account.job = functools.partial(runs, world, account.chance(), account, work, each_day, gap=2.5, repeat=.5)
    return accounts


def legal_batch(world, rng, left):
    """Reviews of documents, mostly in the evening."""
    size = min(left, rng.choice([1, 1, 2]))
    instruction, position = Instruction(rng), rng.choice(["prefix", "suffix", "system", "both"])
    accounts = customers.group(world, rng, size)
    for account in accounts:
        account.client = world.clients.program(rng)
        style = Style(rng, automated=True).templated(rng, instruction, position)
        topic = Topic(world, rng, "ordinary", [("data_analysis", .25), ("general_chat", .65), ("agentic_coding", .1)])
        work, at = Work(topic, style, customers.volume(rng, 50)), account.choice([None, 20, 22, 1])
        account.job = functools.partial(runs, world, account.chance(), account, work, 1, at, gap=12)
    return accounts


def own_finetune(world, rng, left):
    """Customers who compare a model of their own with the one it was made of."""
    size = min(left, rng.choice([1, 1, 2, 3]))
    instruction, mix = Instruction(rng), interests.of_program(world, rng)
    model = "ft:model-a:" + digest(str(rng.random()), 6)
    accounts = customers.group(world, rng, size)
    for account in accounts:
        account.client = world.clients.program(rng)
        style = Style(rng, automated=True)
        if rng.random() < .8:
            style.templated(rng, instruction)
        work = Work(Topic(world, rng, "ordinary", mix), style, customers.volume(rng, 90, 1))
        each_day, gap = rng.choice([1, 3, 6]), account.choice([1.5, 5, 20])
        account.job = functools.partial(runs, world, account.chance(), account, work, each_day, gap=gap, repeat=.1,
                                        models=[model, model, style.models[0]])
    return accounts
