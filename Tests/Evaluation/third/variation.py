"""Texts that are sent again with other numbers and names in them."""
import re

WORDS = [
    ("Python", "JavaScript", "Java", "Ruby", "Go", "Rust", "Kotlin", "Swift", "PHP"),
    ("London", "Paris", "Berlin", "Madrid", "Tokyo", "Boston", "Sydney", "Toronto", "Mumbai", "Chicago"),
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November"),
    ("John", "Mary", "Alice", "Bob", "Tom", "Sarah", "Emma", "David", "Anna", "James"),
    ("France", "Germany", "Italy", "Spain", "Japan", "Canada", "Brazil", "India", "Mexico"),
    ("red", "blue", "green", "yellow", "purple", "orange", "black", "white"),
    ("Italian", "French", "Chinese", "Mexican", "Thai", "Greek"), ("dog", "cat", "horse", "rabbit", "parrot"),
]
ALIKE = {word: group for group in WORDS for word in group}
SLOT = re.compile(r"\b(?:\d{2,6}|" + "|".join(sorted(ALIKE, key=len, reverse=True)) + r")\b")
# How often a text is varied, and how often a slot of it is left as it is.
VARIED, KEPT = .6, .35


def worded(rng, text):
    """The text as it is sent: as it stands, or with other numbers and names."""
    return varied(rng, text) if rng.random() < VARIED else text


def varied(rng, text):
    """The text with other numbers of two and more digits and a few other words of closed classes."""
    def other(match):
        word = match.group(0)
        if rng.random() < KEPT:
            return word
        if word[0].isdigit():
            return str(rng.randint(10 ** (len(word) - 1), 10 ** len(word) - 1))
        return rng.choice(ALIKE[word])
    return SLOT.sub(other, text)


def middle(text):
    """A place near the middle of a text where a sentence or a line ends."""
    half = len(text) // 2
    ends = [*re.finditer(r"[.?!:]\s|\n", text)] or [*re.finditer(r"\s", text)]
    return min((end.end() for end in ends), key=lambda end: abs(end - half), default=half)
