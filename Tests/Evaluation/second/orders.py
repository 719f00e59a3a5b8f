"""What a pool is told to do, and the manner in which its requests are made."""
import dataclasses
import typing

import applications
import published
from cutting import SENTENCE_END
from paraphrase import DELIMITERS
from purposes import PURPOSES
from spans import SPANS

# Whether a purpose is an agent's, and what its answers look like, where it is not prose.
FORMS = {"code": "agent", "tool": "agent"}
STYLES = {"cot": "steps", "grade": "score", "code": "code", "tool": "tool", "taskgen": "json"}


@dataclasses.dataclass
class Order:
    """What a pool is to do, and when."""
    purpose: str
    template: str
    deck: typing.Any
    start: float
    stop: float
    hours: str
    zone: float
    harvest: bool = True
    # The prompt of an application of its own, which ordinary jobs may have.
    prompt: applications.Prompt | None = None

    @property
    def instruction(self):
        return PURPOSES[self.purpose]

    @property
    def target(self):
        return self.instruction.target if self.template != "none" else None


class Manner:
    """How a pool's requests look: drawn once for all of its accounts."""

    def __init__(self, rng, purpose):
        self.in_system = rng.choice(["user", "user", "user", "system"]) == "system"
        self.delimiters = DELIMITERS[rng.randrange(3)]
        self.one_wording_each = rng.random() < .5
        self.span = rng.choice(SPANS)
        self.form = FORMS.get(purpose) or rng.choices(["single", "multi", "agent"], [.45, .4, .15])[0]
        self.style = STYLES.get(purpose, "prose")
        self.temperature, self.most_tokens = rng.choice([None, 0.0, .3, .7, 1.0]), rng.choice([None, 1024, 2048, 4096, 8192])
        self.rigid, self.names_conversations = rng.random() < .6, rng.random() < .5
        self.thinks = rng.random() < (.6 if purpose == "cot" else .35)
        plain = published.Client(None, None, rng.sample(published.TOOLS, rng.randint(3, 7)))
        self.client = rng.choice([plain, plain, published.CLIENTS[0], published.CLIENTS[2]])
        self.varies_tools = rng.random() < .5


def injected(template, span, text, rng):
    """A text with a span before it, after it or within it, or as it is."""
    if template == "prefix":
        return span + rng.choice(["\n\n", " ", "\n"]) + text
    if template == "suffix":
        return text + rng.choice(["\n\n", " ", "\n"]) + span
    if template == "middle":
        parts, joint = SENTENCE_END.split(text), "\n"
        if len(parts) < 2:
            parts, joint = text.split(" "), " "
        half = max(1, len(parts) // 2)
        return joint.join([joint.join(parts[:half]), span, joint.join(parts[half:])])
    return text
