"""What an account looks like to somebody who reads no text: times, sizes, outcomes, parameters, and how many share what."""
import collections
import datetime
import gzip
import json
import math
import statistics

DAY = 86_400
# What accounts may share: a name, and where it stands in an exchange.
TIES = {"payment": "payment", "mail": "email_domain", "user_agent": "user_agent", "operator": "asn",
        "fingerprint": "tls_fingerprint"}
PATHWAYS = ("direct_api", "subscription", "cloud_reseller", "education", "research", "startup")
# A model that so many accounts use is nobody's own.
PUBLIC = 10
PLANS = {"pro": 5, "max": 6, "team": 7}
VARIED = ("api_key", "ip", "user_agent", "model", "temperature", "max_tokens", "tls_fingerprint", "end_user", "asn", "country")


def of_log(path):
    """The features of each account of a log."""
    rows, release = read(path)
    sharing, users = collections.defaultdict(set), collections.defaultdict(set)
    for account, own in rows.items():
        for row in own:
            users[row["model"]].add(account)
            for tie in ties(row):
                sharing[tie].add(account)
    public = sorted(model for model, accounts in users.items() if len(accounts) >= PUBLIC)
    return {account: {**timing(own), **conversations(own), **sizes(own), **outcomes(own), **variety(own), **settings(own),
                      **models(own, release, public), **shared(own, sharing)} for account, own in rows.items()}


def read(path):
    """The exchanges of each account, in the order of time, and which model was released when."""
    rows, release = collections.defaultdict(list), None
    with gzip.open(path, "rt") as file:
        for line in file:
            record = json.loads(line)
            if "account" in record:
                rows[record["account"]].append(record)
            else:
                release = record["model"], seconds(record["released"])
    return rows, release


def seconds(stamp):
    return datetime.datetime.fromisoformat(stamp.replace("Z", "+00:00")).timestamp()


def mean(values):
    values = list(values)
    return statistics.fmean(values) if values else math.nan


def deviation(values):
    """The standard deviation; much faster than the one of `statistics`, which is exact."""
    middle = statistics.fmean(values)
    return math.sqrt(statistics.fmean((value - middle) ** 2 for value in values))


def quantile(values, share):
    """A value below which a share of the values lies."""
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))] if values else math.nan


def timing(rows):
    """When the account is active, and how evenly."""
    times = [seconds(row["time"]) for row in rows]
    gaps = [later - earlier for earlier, later in zip(times, times[1:])]
    hours = [time % DAY // 3600 for time in times]
    shares = [count / len(times) for count in collections.Counter(hours).values()]
    found = {
        "exchanges": len(rows), "first": times[0] % 1e7, "last": times[-1] % 1e7, "span": times[-1] - times[0],
        "hours' entropy": -sum(share * math.log(share) for share in shares), "days": len({time // DAY for time in times}),
        "weekend": mean((time // DAY + 3) % 7 >= 5 for time in times),
        "hours' cosine": mean(math.cos(hour * math.pi / 12) for hour in hours),
        "hours' sine": mean(math.sin(hour * math.pi / 12) for hour in hours),
        "gap, low": quantile(gaps, .1), "gap, median": quantile(gaps, .5), "gap, high": quantile(gaps, .9),
    }
    if rows[0].get("account_created"):
        found["age"] = times[0] - seconds(rows[0]["account_created"])
    if len(gaps) > 1:
        spread, middle = deviation(gaps), statistics.fmean(gaps)
        found["burstiness"] = (spread - middle) / (spread + middle + 1e-9)
    return found


def conversations(rows):
    """How long conversations are, and how much is said twice."""
    turns = collections.Counter(row["conversation"] for row in rows if row.get("conversation"))
    last = [row["messages"][-1]["content"] for row in rows]
    return {"no conversation": mean(not row.get("conversation") for row in rows), "turns": mean(turns.values()),
            "most turns": max(turns.values(), default=math.nan),
            "repeats": mean(one == other for one, other in zip(last, last[1:]))}


def sizes(rows):
    """Tokens, lengths and seconds: mean, spread and extremes of each."""
    told = [sum(len(message["content"]) for message in row["messages"]) for row in rows]
    kinds = {
        "tokens in": [row["input_tokens"] for row in rows], "tokens out": [row["output_tokens"] for row in rows],
        "reasoning": [row.get("reasoning_tokens") or 0 for row in rows],
        "cached": [(row.get("cached_tokens") or 0) / max(1, row["input_tokens"]) for row in rows],
        "seconds": [seconds(row["end_time"]) - seconds(row["time"]) for row in rows],
        "messages": [len(row["messages"]) for row in rows], "prompt": [len(row["messages"][-1]["content"]) for row in rows],
        "response": [len(row.get("response") or "") for row in rows], "tools": [len(row.get("tools") or []) for row in rows],
    }
    found = {"out by in": sum(kinds["tokens out"]) / max(1, sum(kinds["tokens in"])),
             "characters a token": mean(4 * tokens / (1 + length) for tokens, length in zip(kinds["tokens in"], told))}
    for kind, values in kinds.items():
        middle = mean(values)
        found |= {f"{kind}, mean": middle, f"{kind}, median": quantile(values, .5), f"{kind}, high": quantile(values, .9),
                  f"{kind}, least": min(values), f"{kind}, most": max(values),
                  f"{kind}, spread": deviation(values) / (middle + 1e-9)}
    return found


def outcomes(rows):
    """How requests end."""
    found = {status: mean(row["status"] == status for row in rows) for status in ("error", "refused")}
    return found | {f"ends by {reason}": mean(row.get("finish_reason") == reason for row in rows)
                    for reason in ("length", "tool_calls", "content_filter")}


def variety(rows):
    """How many of each thing the account uses."""
    found = {f"values of {name}": len({row.get(name) for row in rows}) for name in VARIED}
    return found | {"addresses by exchanges": found["values of ip"] / len(rows)}


def settings(rows):
    """Parameters, and what the account is."""
    first = rows[0]
    plan = str(first.get("plan") or "")
    found = {
        "temperature": number(first.get("temperature")), "most tokens": number(first.get("max_tokens")),
        "streams": bool(first.get("stream")), "system": mean(row.get("system") is not None for row in rows),
        "system as message": mean(row["messages"][0]["role"] == "system" for row in rows),
        "end user": first.get("end_user") is not None, "organisation": first.get("organisation") is not None,
        "images": mean(row.get("images") or 0 for row in rows), "plan": PLANS.get(plan, number(plan[-1:])),
        "browser": any(word in (first.get("user_agent") or "") for word in ("Mozilla", "App/")),
    }
    return found | {pathway: first.get("pathway") == pathway for pathway in PATHWAYS}


def number(value):
    """The value as a number, where it is one."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return math.nan


def models(rows, release, public):
    """Which of the public models the account uses, and how soon after a release the newest."""
    newest, released = release
    times = [seconds(row["time"]) for row in rows if row["model"] == newest]
    return {f"model {name}": mean(row["model"] == name for row in rows) for name in public} | \
        {"after release": min(times) - released if times else math.nan}


def ties(row):
    """What an exchange may have in common with other accounts'."""
    for name, field in TIES.items():
        yield name, row.get(field)
    yield "range", (row.get("ip") or "").rsplit(".", 1)[0]
    yield "day of sign-up", (row.get("account_created") or "")[:10]


def shared(rows, sharing):
    """How many accounts have what this one has, at the most."""
    counts = collections.Counter()
    for row in rows:
        for tie in ties(row):
            counts[tie[0]] = max(counts[tie[0]], len(sharing[tie]))
    return {f"accounts of {name}": count for name, count in counts.items()}
