"""The models of the platform, with their prices."""
from typing import NamedTuple


class Model(NamedTuple):
    """A model: whether it reasons, dollars for a million tokens in and out, and its share of use."""
    name: str
    reasons: bool
    price_in: float
    price_out: float
    use: float = 0


MODELS = [Model("model-a-mini", False, .3, 1.2, 28), Model("model-a", False, 2, 8, 34),
          Model("model-a-large", True, 5, 20, 22), Model("model-c-code", True, 3, 12, 16)]
# The model that is released within the log.
NEW_MODEL = Model("model-b", True, 4, 16)
NAMES = [model.name for model in MODELS]
USES = [model.use for model in MODELS]
KNOWN = {model.name: model for model in [*MODELS, NEW_MODEL]}


def named(name):
    """The model of a name; a customer's own fine-tuned model costs more than the one it was made of."""
    return KNOWN.get(name) or Model(name, False, 3, 12)
