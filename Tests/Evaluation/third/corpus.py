"""Texts of a corpus, of which each source lends half to the harvest and half to everybody else."""
import collections
import gzip
import json

from chance import digest

# What a corpus calls a capability, where the detector's targets have another name.
TARGETS = {"reasoning": "reasoning_trace", "rubric_grading": "reward_grading", "tool_use": "tool_orchestration",
           "general_chat": "general", "censorship_safe_rewriting": "policy_rewrite"}
LONGEST, MOST_TOOLS = 9000, 12
# What ordinary accounts cannot do without, with the least texts of each; and how many capabilities a campaign chooses from.
NEEDED, LEAST_ORDINARY, CHOICE = ("agentic_coding", "general_chat", "rubric_grading"), 60, 2
# The least texts that a capability has for a campaign.
LEAST_HARVEST = 90


class Text:
    """A prompt of the corpus, with what its source knows of it."""
    __slots__ = ("prompt", "response", "tools", "source", "kind", "capability", "target", "group")

    def __init__(self, record):
        self.prompt, self.response = record["prompt"][:LONGEST], record.get("response")
        if self.response is not None and not isinstance(self.response, str):
            self.response = json.dumps(self.response)
        self.source, self.kind, self.capability = record["source"], record["kind"], record["capability"]
        self.target = TARGETS.get(self.capability, self.capability)
        self.group = record.get("group")
        tools = record.get("tools") or []
        self.tools = [tool if isinstance(tool, str) else str(tool.get("name", "tool"))
                      for tool in (tools if isinstance(tools, list) else [tools])][:MOST_TOOLS]


class Texts:
    """The texts of both sides, "harvest" and "ordinary", by capability, source and kind."""

    def __init__(self, path, seed):
        self.sides = {"harvest": collections.defaultdict(list), "ordinary": collections.defaultdict(list)}
        for text in load(path):
            side = "harvest" if int(digest(f"{seed}:{text.prompt}", 8), 16) % 2 else "ordinary"
            self.sides[side][text.capability, text.source, text.kind].append(text)

    def suffice(self):
        """Whether everybody finds texts."""
        ordinary = self.capabilities("ordinary", LEAST_ORDINARY)
        return len(self.capabilities("harvest", LEAST_HARVEST)) >= CHOICE and all(one in ordinary for one in NEEDED)

    def capabilities(self, side, least):
        """The capabilities of which a side has at least so many texts."""
        counts = collections.Counter()
        for (capability, _, _), texts in self.sides[side].items():
            counts[capability] += len(texts)
        return [capability for capability, count in sorted(counts.items()) if count >= least]

    def sources(self, side, capability):
        """The texts of each source of a capability, with the kind of the source."""
        return [(kind, texts) for (own, _, kind), texts in sorted(self.sides[side].items()) if own == capability]


def load(path):
    """Each text of a corpus once."""
    seen = set()
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
        for record in map(json.loads, file):
            if record["prompt"].strip() and record["prompt"] not in seen:
                seen.add(record["prompt"])
                yield Text(record)
