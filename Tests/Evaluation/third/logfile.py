"""Writes a log and its truth: log.jsonl.gz, truth.json and truth-exchanges.jsonl.gz."""
import collections
import contextlib
import gzip
import json
import pathlib
import random

from clock import EPOCH, stamp
from models import NEW_MODEL

TIMES = ("time", "end_time", "account_created")


def write(world, folder):
    """Writes what the world's accounts did within the log's days; gives the truth of its accounts, and what was written."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    sent = bounded(world, sorted((one for one in world.sent if EPOCH <= one.record["time"] < world.end), key=order))
    ids = random.Random(world.options.seed + 5)
    with packed(folder / "log.jsonl.gz") as log, packed(folder / "truth-exchanges.jsonl.gz") as truth:
        put(log, {"model": NEW_MODEL.name, "released": stamp(world.release)})
        for record, target, harvest in sent:
            name = "req-%016x" % ids.getrandbits(64)
            put(log, {"id": name, **record, **{field: stamp(record[field]) for field in TIMES}})
            put(truth, {"id": name, "target": target, "harvest": harvest})
    accounts = known(world, {one.record["account"] for one in sent})
    with open(folder / "truth.json", "w") as file:
        json.dump({"accounts": accounts, "exchanges": "truth-exchanges.jsonl.gz"}, file)
    return accounts, sent


def order(sent):
    return sent.record["time"], sent.record["account"]


def bounded(world, sent):
    """As many exchanges as are asked for, by leaving out whole ordinary accounts."""
    over = len(sent) - (world.options.exchanges or len(sent))
    counts, dropped = collections.Counter(one.record["account"] for one in sent), set()
    for account in random.Random(world.options.seed).sample(world.accounts, len(world.accounts)):
        if over > 0 and account.label == "benign":
            dropped.add(account.id)
            over -= counts[account.id]
    return [one for one in sent if one.record["account"] not in dropped]


@contextlib.contextmanager
def packed(path):
    """A gzip file without a time or a name, so that the same log has the same bytes."""
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 3, raw, 0) as file:
        yield file


def put(file, record):
    file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")


def known(world, present):
    """The truth of each account that sent anything."""
    truth = {}
    for account in world.accounts:
        if account.id in present:
            own = {"label": account.label, "class": account.kind, "cluster": account.cluster, "campaign": account.campaign}
            if account.campaign:
                own |= {"attacker_share": world.options.share, "regime": world.options.scenario}
            truth[account.id] = {field: value for field, value in own.items() if value is not None}
    return truth
