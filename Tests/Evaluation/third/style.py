"""How a client program builds its requests."""
import models
from clock import DAY
from instruction import Instruction
from phrases import PUBLIC
from variation import middle

# Where ordinary applications put their instruction, and how often of a hundred.
POSITIONS, POSITION_USES = ["system", "prefix", "suffix", "both", "middle"], [52, 20, 12, 11, 5]
# The most tokens of an answer, as clients set it, and how many clients set it in two ways.
LIMITS, SECOND_LIMIT = [None, None, 512, 1024, 1024, 2048, 2048, 4096, 4096, 8192], .25


class Style:
    """A client's parameters, models and instruction."""

    def __init__(self, rng, automated):
        sets_temperature = automated or rng.random() < .5
        self.temperature = rng.choice([None, None, 0, 0, 0.2, 0.3, 0.5, 0.7, 0.7, 1.0, 1.0]) if sets_temperature else None
        self.temperatures = [self.temperature]
        if rng.random() >= (0.85 if automated else 0.7):
            self.temperatures.append(rng.choice([0, 0.3, 0.7, 1.0]))
        self.limits = [rng.choice(LIMITS)]
        if rng.random() < SECOND_LIMIT:
            self.limits.append(rng.choice(LIMITS))
        self.streams = rng.random() < (0.35 if automated else 0.8)
        self.thinks = rng.random() < 0.4
        self.models = rng.choices(models.NAMES, models.USES, k=1 if rng.random() < 0.6 else 2)
        # Whether the client moves to a model once it is released, how long after, and for how many of its requests.
        self.adopts = rng.random() < 0.3
        self.adopts_after = rng.expovariate(1 / (0.7 * DAY))
        self.adopted = rng.choice([0.3, 0.5, 0.8, 1.0])
        # The instruction and where it stands, whether each request words it anew, and a public system prompt.
        self.instruction, self.position, self.paraphrases, self.public = None, None, False, None
        # The tools of an agent; other clients send a text's own, or none.
        self.agent_tools = None
        self.sends_tools = rng.random() < 0.85

    def model(self, rng, time, release):
        """The model of a request."""
        if self.adopts and time > release + self.adopts_after and rng.random() < self.adopted:
            return models.NEW_MODEL.name
        return self.models[0] if len(self.models) == 1 or rng.random() < 0.7 else self.models[1]

    def templated(self, rng, instruction=None, position=None):
        """Gives the client an instruction, and now and then a public system prompt beside it."""
        self.instruction = instruction or Instruction(rng)
        self.position = position or rng.choices(POSITIONS, POSITION_USES)[0]
        if self.position != "system" and rng.random() < .35:
            self.public = rng.choice(PUBLIC)
        return self

    def dress(self, rng, text, first):
        """The system prompt and what the user says, with a text; `first`: at the beginning of a conversation."""
        if self.instruction is None:
            return self.public, text
        span = self.instruction.paraphrase(rng) if self.paraphrases else self.instruction.fixed
        if self.position == "system":
            return span, text
        return self.public, around(self.position, span, self.instruction.head, text, first)


def around(position, span, head, text, first):
    """A text with an instruction before it, or at the beginning of a conversation after it, within it or on both sides."""
    if position == "prefix":
        return f"{span}\n\n{head + chr(10) if head else ''}{text}"
    if not first:
        return text
    if position == "suffix":
        return f"{text}\n\n{span}"
    if position == "middle":
        place = middle(text)
        return f"{text[:place].rstrip()}\n{span}\n{text[place:].lstrip()}"
    above, below = halves(span)
    return f"{above}\n\n{head}\n{text}\n\n{below}"


def halves(span):
    """An instruction in two parts, cut where a sentence ends."""
    end = span.find(". ", len(span) // 2)
    cut = (end if end >= 0 else span.rfind(". ")) + 1
    return span[:cut], span[cut:].strip()
