"""Texts of a corpus: loading them without their sources' boilerplate, and dealing each once before any is dealt again."""
import collections
import gzip
import json
import re

import cutting

# What a corpus calls a capability, where the detector's targets have another name.
TARGETS = {"reasoning": "reasoning_trace", "rubric_grading": "reward_grading", "tool_use": "tool_orchestration",
           "general_chat": "general", "censorship_safe_rewriting": "policy_rewrite"}
# A line in more than this share of a source's prompts is the source's, not the prompt's.
BOILERPLATE = .15
# The least characters that a prompt without boilerplate has, or it keeps it.
LEAST = 25


class Text:
    """A prompt of the corpus, and how often it was dealt."""
    __slots__ = ("source", "kind", "target", "core", "full", "tools", "uses")

    def __init__(self, record, core):
        self.source, self.kind, self.full, self.core = record["source"], record["kind"], record["prompt"], core
        self.target = TARGETS.get(record["capability"], record["capability"])
        self.tools = [tool if isinstance(tool, str) else tool.get("name", "tool")
                      for tool in (record.get("tools") or [])[:8]]
        self.uses = 0


def load(path):
    """Each text of a corpus once: those that begin alike are one."""
    sources = collections.defaultdict(list)
    with gzip.open(path, "rt") as file:
        for line in file:
            record = json.loads(line)
            sources[record["source"]].append(record)
    texts, seen = [], set()
    for _, records in sorted(sources.items()):
        counts = collections.Counter(line for record in records for line in set(record["prompt"].split("\n")))
        limit = max(3, BOILERPLATE * len(records))
        for record in records:
            core = "\n".join(line for line in record["prompt"].split("\n") if counts[line] <= limit).strip()
            if len(core) < LEAST:
                core = record["prompt"]
            beginning = re.sub(r"\W+", " ", core.lower())[:120]
            if beginning not in seen:
                seen.add(beginning)
                texts.append(Text(record, core))
    return texts


class Deck:
    """The texts of one side, `attack_share` of which come from attacks."""

    def __init__(self, texts, attack_share, rng):
        self.rng, self.attack_share = rng, attack_share
        self.kinds = {kind: [text for text in texts if text.kind == kind] for kind in ("attack", "benign")}
        self.wanted = collections.defaultdict(list)
        for pile in self.kinds.values():
            rng.shuffle(pile)
        for text in texts:
            self.wanted[text.source].append(text)
            self.wanted[text.target].append(text)
        for pile in self.wanted.values():
            rng.shuffle(pile)
        self.dealt = collections.Counter()

    def text(self, want=None):
        """The next text: of the source or the target that is wanted, or of all."""
        if want:
            return self.next(want, self.wanted.get(want) or self.kinds["benign"])
        kind = "attack" if self.rng.random() < self.attack_share else "benign"
        if not self.kinds[kind]:
            kind = "benign" if kind == "attack" else "attack"
        return self.next(kind, self.kinds[kind])

    def next(self, name, pile):
        text = pile[self.dealt[name] % len(pile)]
        self.dealt[name] += 1
        return text

    def deal(self, want=None, length=None):
        """The next text, and a cut of it that no other account got."""
        text = self.text(want)
        text.uses += 1
        return text, cutting.cut(text.core, text.uses - 1, self.rng, length)


def sides(texts, options, mean, loud_factor, rng):
    """The deck of ordinary accounts, and one for each campaign: each source lends texts to both sides.

    A side gets texts in proportion to what it will send, so that a text is used about as often on the one as on the other.
    """
    harvested = options.campaigns * options.campaign_size * mean * loud_factor * options.share * .8
    ordinary = options.accounts * mean * .5
    benign = sum(text.kind == "benign" for text in texts)
    attacks = len(texts) - benign
    ratio = max(.03, 2 * harvested / ordinary)
    for_harvest = ratio * min(benign / (.8 + .2 * ratio), attacks / (.2 + .8 * ratio))
    share = {"attack": .8 * for_harvest / attacks, "benign": .2 * for_harvest / benign}
    sources = collections.defaultdict(list)
    for text in texts:
        sources[text.source].append(text)
    lent, kept = [], []
    for _, own in sorted(sources.items()):
        own = sorted(own, key=lambda text: text.core)
        rng.shuffle(own)
        count = min(len(own) - 2, max(2, round(share[own[0].kind] * len(own))))
        lent += own[:count]
        kept += own[count:]
    deck = Deck(kept, .2, rng)
    rng.shuffle(lent)
    campaigns = [[] for _ in range(max(1, options.campaigns))]
    for source in sorted(sources):
        for place, text in enumerate(text for text in lent if text.source == source):
            campaigns[place % len(campaigns)].append(text)
    return deck, [Deck(own, .8, rng) for own in campaigns]
