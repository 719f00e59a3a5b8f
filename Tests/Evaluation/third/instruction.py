"""Instructions, which one grammar makes for campaigns and ordinary applications alike."""
from phrases import CURRENCIES, DOMAINS, HEADS, OPENINGS, ROLES, RULES, TONES

LETTERS = "ABCDEFGHKLMNPRSTUVWX"


class Instruction:
    """An opening and a few rules, each in several wordings; `rules` says how many."""

    def __init__(self, rng, rules=None):
        self.filling = filling(rng)
        count = rules or rng.choice([2, 3, 3, 4, 4, 5, 6])
        self.opening = rng.choice(OPENINGS)
        self.rules = rng.sample(RULES, count)
        self.fixed = self.worded(rng, self.rules)
        self.head = rng.choice(HEADS)

    def worded(self, rng, rules):
        """One wording of the opening and of these rules."""
        return " ".join(rng.choice(wordings) for wordings in [self.opening, *rules]).format(**self.filling)

    def paraphrase(self, rng):
        """Another wording: other sentences, often in another order, now and then without a rule."""
        rules = self.rules[:]
        if rng.random() < 0.6:
            rng.shuffle(rules)
        if len(rules) > 3 and rng.random() < 0.25:
            rules.pop()
        return self.worded(rng, rules)


def filling(rng):
    """What fills the places of an instruction."""
    return {
        "role": rng.choice(ROLES), "domain": rng.choice(DOMAINS),
        "words": rng.choice([40, 60, 80, 100, 120, 150, 200, 250, 300, 400]), "level": rng.randint(2, 8),
        "currency": rng.choice(CURRENCIES), "tone": rng.choice(TONES),
        "code": "%s-%d" % ("".join(rng.choice(LETTERS) for _ in range(3)), rng.randint(100, 9999)),
    }
