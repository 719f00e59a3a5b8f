"""Which capabilities an account asks for."""
from corpus import LEAST_ORDINARY

# How often each is the main one of a program, and of a person.
PROGRAMS = {"general_chat": 3, "agentic_coding": 2.4, "tool_use": 2.2, "rubric_grading": 1.1, "computer_use": .9,
            "reasoning": 2, "data_analysis": .7, "vision": .5}
PEOPLE = {"general_chat": 5, "agentic_coding": 3, "data_analysis": 1, "reasoning": 2, "computer_use": .5, "vision": .5,
          "tool_use": .5, "rubric_grading": .2}


def one(rng, capabilities, likes, other):
    """One of the capabilities, by how much each is liked."""
    return rng.choices(capabilities, [likes.get(capability, other) for capability in capabilities])[0]


def of_program(world, rng):
    """A capability, often a little of another, and sometimes a trace of a third."""
    capabilities = world.texts.capabilities("ordinary", LEAST_ORDINARY)
    main = one(rng, capabilities, PROGRAMS, 1)
    rest = [capability for capability in capabilities if capability != main]
    share, mix = rng.uniform(.7, .95), []
    if rng.random() < .7:
        mix.append((one(rng, rest, PROGRAMS, 1), (1 - share) * .8))
    if rng.random() < .5:
        mix.append((one(rng, rest, PROGRAMS, 1), .04))
    return [(main, share), *mix]


def of_person(world, rng):
    """One to four capabilities."""
    capabilities = world.texts.capabilities("ordinary", 30)
    likes = [PEOPLE.get(capability, .5) for capability in capabilities]
    chosen = sorted(set(rng.choices(capabilities, likes, k=rng.choice([1, 2, 2, 3, 4]))))
    return [(capability, rng.gammavariate(.8, 1) + .05) for capability in chosen]
