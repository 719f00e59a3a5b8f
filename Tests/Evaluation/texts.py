"""Splits a corpus by source, so that nothing a fit has seen stands in the part that it is judged on."""
import collections
import gzip
import hashlib
import json


def family(source):
    """The family of a source: versions and parts of one collection stay together."""
    return source.split("/")[0].split("-v")[0].lower()


def sides(sources):
    """The side of each family, "fit" or "test": every other one by the hash of its name, attacks and benign each by themselves.

    sources is a counter of (family, kind); a family counts for the kind of most of its texts.
    """
    kinds = collections.defaultdict(collections.Counter)
    for (name, kind), count in sources.items():
        kinds[name][kind] += count
    side = {}
    for kind in ("attack", "benign"):
        names = [name for name, counts in kinds.items() if counts.most_common(1)[0][0] == kind]
        names.sort(key=lambda name: hashlib.sha256(name.encode()).hexdigest())
        side.update({name: ("fit", "test")[place % 2] for place, name in enumerate(names)})
    return side


def split(corpus, folder):
    """Writes fit.jsonl.gz and test.jsonl.gz of a corpus into a folder and gives the families of each."""
    with gzip.open(corpus, "rt") as file:
        lines = file.readlines()
    names = []
    sources = collections.Counter()
    for line in lines:
        record = json.loads(line)
        names.append(family(record["source"]))
        sources[names[-1], record["kind"]] += 1
    side = sides(sources)
    for part in ("fit", "test"):
        with gzip.open(folder / f"{part}.jsonl.gz", "wt") as file:
            file.writelines(line for line, name in zip(lines, names) if side[name] == part)
    return {part: sorted(name for name in side if side[name] == part) for part in ("fit", "test")}
