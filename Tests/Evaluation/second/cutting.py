"""Cuts of texts: about as long as asked, from anywhere in them, and changed where the text was used before."""
import re

import names
from paraphrase import synonyms

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(])|\n{1,}")
NUMBER = re.compile(r"(?<![\w.])\d{1,4}(?![\w.]*\d)")
PERSON = re.compile(r"\b(" + "|".join(names.PEOPLE) + r")\b")
# What people add to a short question.
ASIDES = ["For context, I work at {company} in {team}.", "My friend {person} asked me this.", "We have {number} of them.",
          "It is about {business}.", "{person} from {team} needs it by {number} past.", "(version {number})",
          "Assume there are {number} cases.", "I saw this at {company}.", "Think of {business} with {number} staff.",
          "This is number {number} of my list.", "{person} and {person} disagree here.", "Take {company} as the example."]


def cut(text, use, rng, length=None):
    """A cut of the text; `use` says how often the text was cut before."""
    length = length or min(2600, max(60, rng.lognormvariate(6.0, .8)))
    if len(text) > 1.3 * length:
        text = passage(text, use, rng, length)
    return changed(text, rng) if use else text


def passage(text, use, rng, length):
    """Whole sentences that follow each other, or a piece where sentences are too long."""
    sentences = SENTENCE_END.split(text)
    first = rng.randrange(len(sentences)) if use or rng.random() < .5 else 0
    taken, after = [], first
    while after < len(sentences) and sum(map(len, taken)) < length:
        taken.append(sentences[after])
        after += 1
    while first > 0 and sum(map(len, taken)) < .6 * length:
        first -= 1
        taken.insert(0, sentences[first])
    joint = " " if rng.random() < .5 else "\n"
    whole = joint.join(sentence for sentence in taken if sentence.strip()).strip() or text
    if len(whole) > 2.5 * length:
        start = rng.randrange(max(1, len(whole) - int(length)))
        whole = whole[start:start + int(length) + 60].strip()
    return whole


def changed(text, rng):
    """The text with other numbers, names and words, as when somebody else asks much the same."""
    text = NUMBER.sub(lambda found: other_number(found.group(), rng) if rng.random() < .7 else found.group(), text)
    if rng.random() < .7:
        others = {}
        text = PERSON.sub(lambda found: others.setdefault(found.group(), rng.choice(names.PEOPLE)), text)
    text = synonyms(text, rng, .5)
    if len(text) < 260 and rng.random() < .55:
        said = aside(rng)
        text = said + " " + text if rng.random() < .6 else text + " " + said
    return text


def other_number(digits, rng):
    """A number of as many digits."""
    scale = 10 ** (len(digits) - 1)
    return str(rng.randint(1, 9) * scale + rng.randrange(scale))


def aside(rng):
    said = rng.choice(ASIDES).replace("{company}", rng.choice(names.COMPANIES)).replace("{person}", rng.choice(names.PEOPLE))
    said = said.replace("{number}", str(rng.randint(2, 90))).replace("{business}", rng.choice(names.BUSINESSES))
    return said.replace("{team}", rng.choice(names.TEAMS))
