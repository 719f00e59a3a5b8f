"""Prompts of small applications: an assistant's system prompt, and an instruction around varied inputs."""
import typing

import names
import published
from chores import CHORES
from paraphrase import DELIMITERS, around, synonyms
from purposes import PURPOSES

TONES = ["Be friendly and brief.", "Answer in the customer's language.", "Use a calm tone.", "Speak as one of our team.",
         "Address people formally."]
ENDINGS = ["If you don't know, say so.", "Ask one question at a time.", "End with an offer of help.", "Use lists for steps.",
           ""]
SPECIALS = ["", "Our customer is {company}.", "Version {number}.", "Stay within {number} words.",
            "If unsure say so and name {person}."]
# The purposes that harvesters and small applications have in common.
COMMON_PURPOSES = ["cot", "grade", "code", "data", "sft", "taskgen", "tool", "rewrite"]


class Prompt(typing.NamedTuple):
    """What an application makes of an input, and its system prompt."""
    wrap: typing.Callable
    system: str | None = None


def assistant(rng):
    """The system prompt of a company's assistant."""
    company, name, business = rng.choice(names.COMPANIES), rng.choice(names.BOTS), rng.choice(names.BUSINESSES)
    tone = rng.choice(TONES)
    limit = rng.choice(["Only discuss topics of our business.", "Politely decline what is not about us.",
                        f"Escalate complaints to {rng.choice(names.PEOPLE)}.", "Never give legal or medical advice.",
                        "Do not quote prices."])
    hours = f"Opening hours are {rng.randint(6, 10)} to {rng.randint(16, 22)}."
    news = rng.choice([f"Today's offer: {rng.randint(5, 40)} percent off.",
                       f"Our hotline is extension {rng.randint(100, 999)}.", f"Delivery takes {rng.randint(1, 9)} days.", ""])
    rules = [tone, limit, hours, news, rng.choice(ENDINGS)]
    rng.shuffle(rules)
    sentences = [f"You are {name}, the assistant of {company}, {business}.", *rules]
    if rng.random() < .3:
        sentences += [synonyms(rng.choice(CHORES["reply"].manner), rng),
                      f"Refer to page {rng.randint(2, 80)} of the handbook."]
    return " ".join(sentence for sentence in sentences if sentence)


def small_application(rng):
    """The prompt of one small application: public, of a purpose that harvesters have too, or of an ordinary one."""
    kind = rng.random()
    fill = filling(rng)
    if kind < .25:
        public = rng.choice(published.PROMPTS)
        return Prompt(lambda text: public.replace("{x}", text))
    instruction = PURPOSES[rng.choice(COMMON_PURPOSES)] if kind < .45 else CHORES[rng.choice(list(CHORES))]
    parts = instruction.parts(rng, **fill)
    task = parts[1]
    parts = [synonyms(part, rng) for part in parts if rng.random() < .8 or part == task]
    special = rng.choice(SPECIALS).replace("{company}", rng.choice(names.COMPANIES))
    parts.append(special.replace("{number}", str(rng.randint(3, 300))).replace("{person}", rng.choice(names.PEOPLE)))
    whole = " ".join(part for part in parts if part)
    delimiters = rng.choice(DELIMITERS)
    place = rng.random()
    if place < .35:
        return Prompt(str, whole)
    if place < .8:
        return Prompt(lambda text: around(whole, text, delimiters))
    return Prompt(lambda text: text + "\n\n" + whole)


def filling(rng):
    """What fills the places of a chore's instruction."""
    return {"co": rng.choice(names.COMPANIES), "team": rng.choice(names.TEAMS), "bot": rng.choice(names.BOTS),
            "n": rng.randint(2, 9)}
