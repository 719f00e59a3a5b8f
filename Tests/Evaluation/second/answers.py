"""Made-up answers: slices of a long text that reads a little like the corpus, each word drawn by the two before it."""
import collections
import json

LENGTH = 330_000
# After so many words the text begins anew elsewhere, or it would run in circles.
RESTART = 400
LABELS = ["billing", "bug", "feature", "other", "yes", "no", '{"label": "other"}', "A", "B", "spam"]


class Answers:
    """The text that answers are cut from."""

    def __init__(self, texts, rng):
        following, words = collections.defaultdict(list), []
        for text in texts:
            if rng.random() < .25:
                words += text.core[:1500].split() + ["\n"]
        for first, second, third in zip(words, words[1:], words[2:]):
            following[first, second].append(third)
        pairs = list(following)
        first, second = rng.choice(pairs)
        made = []
        for place in range(LENGTH):
            choices = following.get((first, second))
            if not choices or place % RESTART == 0:
                first, second = rng.choice(pairs)
                made += [first, second]
            else:
                third = choices[rng.randrange(len(choices))]
                made.append(third)
                first, second = second, third
        self.text = " ".join(made)

    def say(self, length, rng, style):
        """An answer of about so many characters in a style: prose, steps, score, label, json, code or tool."""
        length = max(4, int(length))
        start = self.text.find(" ", rng.randrange(len(self.text) - 6000)) + 1
        said = self.text[start:start + length]
        if style == "steps":
            return steps(said, max(1, min(8, length // 160)), rng)
        if style == "score":
            return rng.choice(['{"score": %d}', "%d", "Score: %d", "[[%d]]"]) % rng.randint(1, 10)
        if style == "label":
            return rng.choice(LABELS)
        if style == "json":
            return json.dumps({"items": said.split()[:40]})
        if style == "code":
            return "```\n" + said.replace(". ", ".\n    ") + "\n```"
        return said


def steps(text, count, rng):
    """The text in numbered parts."""
    size = max(1, len(text) // count)
    return "\n".join(rng.choice(["Step %d: ", "%d. ", "(%d) "]) % (step + 1) + text[step * size:(step + 1) * size]
                     for step in range(count))
