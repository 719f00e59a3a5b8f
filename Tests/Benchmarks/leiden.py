"""The detector's Leiden beside igraph's: the same edges and resolution in one run, both measured by one formula."""
import json
import random
import statistics
import subprocess
import sys

from report import say

RUNS = 5
# Nodes, sizes of the planted groups from the smallest to the largest, edges drawn inside and across groups, how many nodes
# are tied to strangers besides and to how many each, and the least mean weight of a pair in a community.
GRAPHS = {
    "planted": dict(nodes=24_000, groups=(8, 120), inside=160_000, across=36_000, hubs=24, degree=200, resolution=0.05),
    "sparse": dict(nodes=5_000, groups=(4, 30), inside=9_000, across=2_500, hubs=0, degree=0, resolution=0.05),
}


def graph(nodes, groups, inside, across, hubs, degree, resolution, seed=1):
    """Edges `(a, b)` with `a < b` and their weights, in order. The same in each run."""
    chance = random.Random(seed)
    order = list(range(nodes))
    chance.shuffle(order)
    planted, place = [], 0
    while place < nodes:
        size = chance.randint(*groups)
        planted.append(order[place:place + size])
        place += size
    weights = {}

    def tie(a, b, least, most):
        if a != b:
            weights.setdefault((min(a, b), max(a, b)), round(chance.uniform(least, most), 3))

    shares = [len(group) for group in planted]
    for group in chance.choices(planted, shares, k=inside):
        tie(chance.choice(group), chance.choice(group), 0.2, 1)
    for _ in range(across):
        tie(chance.randrange(nodes), chance.randrange(nodes), 0.05, 0.4)
    for hub in chance.sample(order, hubs):
        for _ in range(degree):
            tie(hub, chance.randrange(nodes), 0.05, 0.4)
    return sorted((a, b, weight) for (a, b), weight in weights.items())


def quality(nodes, edges, resolution, communities):
    """The constant Potts model's: the weight inside communities less the resolution for every pair inside one."""
    if len(communities) != nodes:
        sys.exit(f"a partition of {len(communities):,} nodes, expected {nodes:,}")
    sizes = {}
    for community in communities:
        sizes[community] = sizes.get(community, 0) + 1
    inside = sum(weight for a, b, weight in edges if communities[a] == communities[b])
    return inside - resolution * sum(size * (size - 1) / 2 for size in sizes.values())


IGRAPH = """
import json, random, sys, time
import igraph
nodes, resolution, seed = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
edges = [line.split() for line in sys.stdin]
graph = igraph.Graph(nodes, [(int(a), int(b)) for a, b, _ in edges])
weights = [float(weight) for _, _, weight in edges]
random.seed(seed)
began = time.monotonic()
found = graph.community_leiden(objective_function="CPM", resolution=resolution, weights=weights, n_iterations=-1)
print(json.dumps([time.monotonic() - began, found.membership]))
"""


def igraph(work):
    """A Python that has igraph; `None` where it cannot be installed."""
    python = work / "igraph" / "bin" / "python"
    try:
        subprocess.run([sys.executable, "-m", "venv", work / "igraph"], check=True, capture_output=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "igraph"], check=True, capture_output=True, timeout=300)
    except (subprocess.SubprocessError, OSError):
        print("igraph cannot be installed here; it is left out.")
        return None
    return python


def printed(command, text):
    """What a command that must succeed printed, and what it said on standard error."""
    done = subprocess.run([str(word) for word in command], input=text, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stderr[-500:]}")
    return done.stdout, done.stderr


def compare(leiden, work):
    """Prints quality and time of both on each graph: the least time of five runs, and the median of igraph's qualities."""
    python = igraph(work)
    for name, form in GRAPHS.items():
        edges = graph(**form)
        nodes, resolution = form["nodes"], form["resolution"]
        text = "".join(f"{a} {b} {weight}\n" for a, b, weight in edges)
        print(f"Leiden, {name}: {nodes:,} nodes, {len(edges):,} edges, resolution {resolution}")
        ours, theirs = [], []
        for run in range(RUNS):
            out, seconds = printed([leiden, nodes, resolution], text)
            ours.append((quality(nodes, edges, resolution, out.split()), float(seconds)))
            if python:
                seconds, communities = json.loads(printed([python, "-c", IGRAPH, nodes, resolution, run], text)[0])
                theirs.append((quality(nodes, edges, resolution, communities), seconds))
        best, fastest = ours[0][0], min(seconds for _, seconds in ours)
        if not theirs:
            say("quality", best, "CPM")
            say("clustering", 1e3 * fastest, "ms")
            continue
        middle = statistics.median(quality for quality, _ in theirs)
        peer = min(seconds for _, seconds in theirs)
        say("quality", best, "CPM", 0.99 * middle, [("igraph", middle)], exact=True, least=True)
        say("clustering", 1e3 * fastest, "ms", 2e3 * peer, [("igraph", 1e3 * peer)])
