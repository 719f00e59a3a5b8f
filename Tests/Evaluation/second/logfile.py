"""Writes a log and its truth: log.jsonl.gz, truth.json and truth-exchanges.jsonl.gz."""
import collections
import contextlib
import datetime
import functools
import gzip
import json
import math
import pathlib

from exchanges import EPOCH, NEW_MODEL


def write(world, accounts, folder):
    """Writes everything that the world's accounts did."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for account in accounts:
        account.plan = plan(world, account)
    first = {}
    for sent in world.log.sent:
        first[sent.account] = min(first.get(sent.account, math.inf), sent.time)
    ordered = sorted(world.log.sent, key=lambda sent: (sent.time, sent.row["id"]))
    released = EPOCH + world.release
    with packed(folder / "log.jsonl.gz") as log, packed(folder / "truth-exchanges.jsonl.gz") as truth:
        announced = False
        for sent in ordered:
            if not announced and sent.time >= released:
                announced = True
                put(log, {"model": NEW_MODEL, "released": stamp(released)})
            put(log, finished(sent, first[sent.account]))
            put(truth, {"id": sent.row["id"], "target": sent.target, "harvest": sent.harvest})
    with open(folder / "truth.json", "w") as file:
        json.dump({"accounts": known(world, accounts), "exchanges": "truth-exchanges.jsonl.gz"}, file, indent=0,
                  sort_keys=True)
    return collections.Counter(sent.account for sent in ordered if sent.harvest)


@contextlib.contextmanager
def packed(path):
    """A gzip file without a time or a name, so that the same log has the same bytes."""
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 3, raw, 0) as file:
        yield file


def put(file, record):
    file.write(json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def finished(sent, first):
    """An exchange as a line of the log: with what is known of its account at the end, and without what is not available."""
    account = sent.account
    row = {**sent.row, "plan": account.plan, "account_created": stamp(min(EPOCH + account.created, first - 30)),
           "time": stamp(sent.row["time"]), "end_time": stamp(sent.row["end_time"])}
    return {key: value for key, value in row.items() if value is not None}


def plan(world, account):
    """An account's plan follows its use, its pathway and chance."""
    rank = math.log(max(2, world.log.count(account))) + world.rng.gauss(0, .8)
    if account.pathway == "subscription":
        return world.rng.choice(["pro", "pro", "max", "team"])
    return f"tier-{min(4, max(1, int(rank - 1.2)))}"


def known(world, accounts):
    """The truth of each account that sent anything."""
    truth = {}
    for account in accounts:
        if world.log.count(account):
            truth[account.id] = {"label": account.label, "class": account.kind, "regime": world.options.scenario}
            if account.campaign:
                truth[account.id].update(campaign=account.campaign, cluster=account.cluster,
                                         attacker_share=world.options.share)
    return truth


@functools.lru_cache
def date(day):
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days=day)).isoformat()


def stamp(time):
    """Seconds since 1970 as RFC 3339, to the millisecond."""
    days, rest = divmod(round(time * 1000), 86_400_000)
    return "%sT%02d:%02d:%02d.%03dZ" % (date(days), rest // 3_600_000, rest // 60_000 % 60, rest // 1000 % 60, rest % 1000)
