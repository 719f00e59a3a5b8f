"""What comes after a first request: a person's next message, or what a tool gave back."""
import json

import names

MESSAGES = [
    "Can you {verb} that {manner}?", "{verb} it {manner} please", "ok, now {verb} this {manner}", "What about {part}?",
    "why {part}?", "And {part}?", "I don't get the part on {part}", "Thanks. One more thing: {part}",
    "Are you sure about {part}?",
    "hmm, {part} doesn't work for me", "Give me an example for {part}", "Go on.", "continue", "Could you say more on {part}",
    "Is there another way to do {part}?", "same but for {part}", "that's wrong, look again at {part}",
    "{verb} the second part {manner}", "What would change if {part}?", "perfect, then {verb} everything {manner}",
    "no, I meant {part}", "How does {part} relate to the first point?", "in a table please",
    "write that as an email to {person}", "now the same for {person}", "Does that also hold for {part}?",
]
VERBS = ["make", "rewrite", "do", "phrase", "explain", "write", "shorten", "redo", "present"]
MANNERS = ["shorter", "more simply", "for beginners", "in Spanish", "with more detail", "as bullet points", "in a formal tone",
           "without jargon", "with examples", "in two sentences", "for my boss", "as code", "more friendly", "once more"]


def followup(said, rng):
    """A person's next message, about a few words of what was said."""
    words = said.split()
    part = "this"
    if len(words) > 3:
        count = rng.randint(1, 5)
        start = rng.randrange(max(1, len(words) - count))
        part = " ".join(words[start:start + count])[:60]
    message = rng.choice(MESSAGES).replace("{verb}", rng.choice(VERBS)).replace("{manner}", rng.choice(MANNERS))
    return message.replace("{part}", part).replace("{person}", rng.choice(names.PEOPLE))


def observation(rng):
    """What a tool gave back: files, a run of tests, records, or an error."""
    kind = rng.random()
    if kind < .3:
        return "\n".join(source_file(rng) for _ in range(rng.randint(2, 14)))
    if kind < .6:
        passed = "%d passed, %d failed in %.2fs\n" % (rng.randint(0, 80), rng.choice([0, 0, 1, 3]), rng.uniform(.1, 60))
        return passed + "E  AssertionError: %d != %d" % (rng.randint(0, 99), rng.randint(0, 99))
    if kind < .8:
        status = rng.choice(["ok", "ok", "not_found"])
        items = [{"id": rng.randint(1, 9999), "name": rng.choice(names.COMPANIES)} for _ in range(rng.randint(0, 6))]
        return json.dumps({"status": status, "items": items})
    place = "File \"%s.py\", line %d" % (rng.choice(names.TEAMS), rng.randint(3, 900))
    error = rng.choice(["KeyError: '%s'" % rng.choice(names.PEOPLE), "TypeError: unsupported operand",
                        "IndentationError: unexpected indent", "ModuleNotFoundError"])
    return f"Traceback (most recent call last):\n  {place}\n{error}"


def source_file(rng):
    folder = rng.choice(["src", "lib", "tests", "app", "pkg"])
    return "%s/%s_%s.%s" % (folder, rng.choice(names.TEAMS), rng.choice(names.COMPANIES).lower(),
                            rng.choice(["py", "ts", "go", "rs"]))
