"""An instruction in parts, each of which has several wordings."""
from typing import NamedTuple


class Instruction(NamedTuple):
    """The wordings of who the model is to be, what it is to do, how, and what it is to hand back."""
    role: list
    task: list
    manner: list
    output: list
    target: str = "general"
    other_languages: tuple = ()

    def fixed(self):
        """The one wording of a campaign that never changes it."""
        return " ".join(wordings[0] for wordings in self.slots)

    def parts(self, rng, **fill):
        """A wording of each part, with its places filled."""
        parts = [rng.choice(wordings) for wordings in self.slots]
        for name, value in fill.items():
            parts = [part.replace("{" + name + "}", str(value)) for part in parts]
        return parts

    @property
    def slots(self):
        return self.role, self.task, self.manner, self.output
