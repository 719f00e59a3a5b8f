"""What an account, or a whole campaign, asks about."""
import collections

# Of how many groups of a source a narrow topic may be a third, and how often it is.
GROUPS, BY_GROUP = range(2, 41), .4


class Pile:
    """Texts that are dealt in a random order, each once before any is dealt again."""

    def __init__(self, weight, texts):
        self.weight, self.texts, self.left = weight, texts, []

    def deal(self, rng):
        if not self.left:
            self.left.extend(self.texts)
            rng.shuffle(self.left)
        return self.left.pop()


class Topic:
    """A few capabilities with their weights, and in each of them the piles of its sources; of two at most if narrow."""

    def __init__(self, world, rng, side, mix, narrow=True):
        self.rng, self.capabilities, self.weights = rng, [], []
        for capability, weight in mix:
            sources = world.texts.sources(side, capability)
            if sources:
                self.capabilities.append(piles(rng, sources, leaning(side, world.options.lean), narrow))
                self.weights.append(weight)

    def text(self):
        """The next text."""
        pile = self.rng.choices(self.capabilities, self.weights)[0]
        if len(pile) > 1:
            return self.rng.choices(pile, [own.weight for own in pile])[0].deal(self.rng)
        return pile[0].deal(self.rng)


def leaning(side, lean):
    """How often a side draws from each kind of source: both draw from all, the harvest somewhat more from attacks."""
    attacks = lean if side == "harvest" else 1 - lean
    return {"attack": attacks, "benign": 1 - attacks}


def piles(rng, sources, lean, narrow):
    """A pile for each source, or for two at the most."""
    totals = collections.Counter()
    for kind, texts in sources:
        totals[kind] += len(texts)
    if narrow:
        weights = [lean[kind] * len(texts) / totals[kind] for kind, texts in sources]
        sources = [sources[place] for place in sorted(set(rng.choices(range(len(sources)), weights, k=2)))]
    return [Pile(lean[kind], some_groups(rng, texts) if narrow else texts) for kind, texts in sources]


def some_groups(rng, texts):
    """The texts of a third of a source's groups, sometimes, and else all of them."""
    groups = sorted({text.group for text in texts if text.group})
    if len(groups) in GROUPS and rng.random() < BY_GROUP:
        kept = set(rng.sample(groups, max(1, len(groups) // 3)))
        return [text for text in texts if text.group in kept]
    return texts
