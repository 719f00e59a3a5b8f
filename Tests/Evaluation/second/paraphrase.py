"""Says one instruction in ever other words, order, spelling and language, as accounts of a careful campaign do."""

SYNONYMS = {
    "show": ["display", "present", "write out"], "answer": ["reply", "response", "result"], "complete": ["full", "entire"],
    "below": ["underneath", "that follows", "given next"], "step": ["stage", "move"],
    "reasoning": ["thinking", "train of thought", "argumentation"], "explain": ["describe", "spell out"],
    "write": ["put down", "compose"], "give": ["provide", "supply"], "text": ["passage", "piece"],
    "task": ["assignment", "job", "exercise"], "question": ["problem", "query"], "following": ["next", "subsequent"],
    "use": ["employ", "apply"], "final": ["closing", "ultimate"], "return": ["output", "hand back"],
    "only": ["just", "solely"], "before": ["ahead of", "prior to"], "each": ["every", "every single"],
    "list": ["enumerate", "set out"], "make": ["create", "produce"], "rate": ["score", "assess"],
    "finish": ["end", "conclude"], "expert": ["specialist", "authority"], "careful": ["meticulous", "thorough"],
    "check": ["verify", "double-check"], "state": ["say", "mention"], "rewrite": ["reword", "recast"],
    "request": ["demand", "inquiry"], "call": ["invoke", "trigger"], "tests": ["checks", "test cases"],
}
OPENINGS = ["Please ", "Could you ", "I'd like you to ", "Your job: ", "Kindly ", "We need you to ", "I want you to ", "Now ",
            "Here is what to do: ", ""]
REASONS = ["This is for an internal workshop.", "We compare several ways of explaining things.", "I collect examples for a guide.",
           "My colleagues will read this.", "It will be shown to students.", "Background: part of a larger study.",
           "There's no hurry.", "I already tried on my own.", "Context: we prepare a handbook.", "A reader asked for it."]
# What stands before and after an input.
DELIMITERS = [("\n\n", ""), ("\n\nInput:\n", ""), ("\n\n```\n", "\n```"), ("\n<input>\n", "\n</input>"),
              ("\n\n### Text\n", "\n### End"), ("\n---\n", "\n---"), ("\n\n\"\"\"\n", "\n\"\"\""), (" >> ", ""),
              ("\n\nHere it is: ", ""), ("\n[BEGIN]\n", "\n[END]")]
# How often each part of an instruction is said at all.
KEPT = {"role": .55, "task": 1, "manner": .65, "output": .7}


def around(instruction, text, delimiters):
    """A text under an instruction that is said before it."""
    before, after = delimiters
    return instruction + before + text + after


def paraphrased(instruction, text, rng):
    """The text with the instruction in other words: before it, after it, or on both sides."""
    if instruction.other_languages and rng.random() < .15:
        parts = [rng.choice(instruction.other_languages)]
    else:
        parts = reworded(instruction, rng)
    delimiters = rng.choice(DELIMITERS)
    place = rng.random()
    if place < .6:
        return around(" ".join(parts), text, delimiters)
    if place < .85 or len(parts) < 2:
        return text + "\n\n" + " ".join(parts)
    split = rng.randrange(1, len(parts))
    return around(" ".join(parts[:split]), text, delimiters) + "\n\n" + " ".join(parts[split:])


def reworded(instruction, rng):
    """The parts of the instruction: some left out, in another order, politer, with a reason, as a list, or mistyped."""
    wordings = instruction.parts(rng)
    parts = [part for part, kept in zip(wordings, KEPT.values()) if rng.random() < kept]
    if rng.random() < .35:
        rng.shuffle(parts)
    parts = [synonyms(part, rng) for part in parts]
    if rng.random() < .4:
        longest = parts.index(max(parts, key=len))
        opening = rng.choice(OPENINGS)
        if opening:
            parts[longest] = opening + parts[longest][0].lower() + parts[longest][1:]
    if rng.random() < .25:
        parts.insert(rng.randrange(len(parts) + 1), rng.choice(REASONS))
    if rng.random() < .2:
        parts = ["\n" + rng.choice(["- ", "* ", "• "]) + part for part in parts]
    if rng.random() < .25:
        parts = [part.lower().rstrip(".") for part in parts]
    if rng.random() < .12:
        parts = [mistyped(part, rng) for part in parts]
    return parts


def synonyms(text, rng, rate=.45):
    """The text with some of its words replaced by others of the same meaning."""
    words = text.split(" ")
    for place, word in enumerate(words):
        key = word.strip(".,:;").lower()
        if key in SYNONYMS and rng.random() < rate:
            other = rng.choice(SYNONYMS[key])
            words[place] = other.capitalize() + word[len(key):] if word[0].isupper() else word.lower().replace(key, other)
    return " ".join(words)


def mistyped(text, rng):
    """The text with two letters of a word swapped."""
    words = text.split(" ")
    place = rng.randrange(len(words))
    word = words[place]
    if len(word) > 4:
        letter = rng.randrange(1, len(word) - 2)
        words[place] = word[:letter] + word[letter + 1] + word[letter] + word[letter + 2:]
    return " ".join(words)
