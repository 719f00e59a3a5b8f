"""What must hold of every log: its truth fits, campaigns are as asked, and no field has what only harvesters have."""
import collections
import re

import corpus
import population
from made import CAMPAIGN, CAMPAIGNS

# Fields of few values; whatever a harvester has there, somebody else has too.
CHOICES = ["provider", "operation", "stream", "temperature", "max_tokens", "status", "finish_reason", "error", "images",
           "pathway", "plan"]


def log(made, label):
    """The log is in order, holds one release, and its truth speaks of the same accounts and exchanges."""
    assert len(made.lines) == len(made.sent) + 1, "one model is released"
    assert {line["id"] for line in made.sent} == set(made.exchanges), "each exchange has its truth"
    assert len(made.sent) == len(made.exchanges), "no exchange is there twice"
    assert {line["account"] for line in made.sent} == set(made.accounts), "each account has its truth"
    times = [line["time"] for line in made.sent]
    assert times == sorted(times), "the log is in the order of time"
    assert all(line["account_created"] <= line["time"] <= line["end_time"] for line in made.sent), \
        "accounts are made before they send, and answers come after requests"
    assert all(line["output_tokens"] + line["reasoning_tokens"] <= line["max_tokens"] for line in made.sent
               if line["max_tokens"] and line["status"] == "ok"), "no answer is longer than its limit"
    assert {made.accounts[name]["label"] for name in made.harvesters} == {label}, "harvesters are labelled by their share"
    harvested, _ = made.harvested()
    active = {line["account"] for line in harvested}
    assert active <= made.harvesters and len(active) > .6 * len(made.harvesters), "harvesters harvest, and nobody else does"


def people(made):
    """Every class is there, campaigns are as large as asked, and they are as few as asked."""
    classes = {own.get("class") for own in made.accounts.values()} - {None}
    assert classes == {*population.LOOKALIKES, *population.EVERYDAY}, "every class is there"
    truth = [made.accounts[name] for name in made.harvesters]
    sizes = collections.Counter((own["campaign"], own["cluster"]) for own in truth)
    assert len(sizes) == CAMPAIGNS, "each campaign is a cluster"
    assert all(.8 * CAMPAIGN < size <= CAMPAIGN for size in sizes.values()), "campaigns are as large as asked"
    assert .02 < len(made.harvesters) / len(made.accounts) < .09, "few accounts harvest"


def share(made, share):
    """Harvesters harvest in about so many of their requests."""
    harvested, (theirs, _) = made.harvested()[0], made.theirs()
    found = len(harvested) / len(theirs)
    assert abs(found - share) <= .15, f"a share of {share} is asked for, {found:.2f} were made"


def fields(made):
    """Whatever a harvester's exchange says in a field, in form or in choice, others say too."""
    theirs, others = made.theirs()
    for field in {field for line in theirs for field in line}:
        compare(field, theirs, others, lambda line: form(line.get(field)))
    for field in CHOICES:
        compare(field, theirs, others, lambda line: line[field])
    compare("user_agent", theirs, others, lambda line: line["user_agent"].split("/")[0])


def compare(field, theirs, others, shown):
    """Fails if harvesters show something in a field that nobody else does."""
    alone = {shown(line) for line in theirs} - {shown(line) for line in others}
    assert not alone, f"only harvesters have {field} {alone}"


def variety(made):
    """Ordinary accounts run several programs too, as harvesters do that only partly harvest."""
    for field in ("max_tokens", "temperature"):
        values = collections.defaultdict(set)
        for line in made.sent:
            values[line["account"]].add(line[field])
        ordinary = [name for name, own in made.accounts.items() if own["label"] == "benign"]
        several = sum(len(values[name]) > 1 for name in ordinary) / len(ordinary)
        assert several > .25, f"{several:.2f} of the ordinary accounts have several values of {field}"


def lookalikes(made):
    """Classes do what they are for."""
    used = collections.defaultdict(set)
    for line in made.sent:
        used[made.accounts[line["account"]].get("class")].add((line["model"][:3], line["user_agent"][:7], line["pathway"]))
    owners = {kind for kind, own in used.items() if any(model == "ft:" for model, _, _ in own)}
    assert owners == {"own_finetune"}, "own models are their owners'"
    coders = {kind for kind, own in used.items() if any(agent == "codepal" for _, agent, _ in own)}
    assert coders == {"public_coding_client"}, "the coding client is the coders'"
    assert {pathway for _, _, pathway in used["university_nat"]} == {"education"}, "students are at a university"


def form(value):
    """What a value looks like: of an id its prefix and length, of others their type."""
    if isinstance(value, str) and re.fullmatch(r"(req|acct|org|k|u|conv|pay)[:-]\w+", value):
        return re.sub(r"(?<=[:-])[0-9a-f]+", lambda digits: f"<{len(digits.group())}>", value)
    return type(value)


def texts(made, path):
    """No text is on both sides, and both sides draw from each kind of source; each source lends half to either side."""
    harvested, others = made.harvested()
    marks = [{mark for line in side for mark in re.findall(r"mark\w+x", line["messages"][-1]["content"])}
             for side in (harvested, others)]
    assert marks[0] and not marks[0] & marks[1], "no text is on both sides"
    for side in marks:
        kinds = {int(re.search(r"\d+", mark).group()) % 2 for mark in side}
        assert kinds == {0, 1}, "both sides draw from attacks and from others"
    sides = corpus.Texts(path, 1).sides
    assert set(sides["harvest"]) == set(sides["ordinary"]), "each source is on both sides"
    for source, texts in sides["harvest"].items():
        share = len(texts) / (len(texts) + len(sides["ordinary"][source]))
        assert .3 < share < .7, f"{source} lends {share:.2f} to the harvest"


def infrastructure(shared, apart):
    """Where infrastructure is shared, a campaign has few cards and ranges; where it is not, each account has its own."""
    for made, few in ((shared, True), (apart, False)):
        for campaign in {made.accounts[name]["campaign"] for name in made.harvesters}:
            lines = [line for line in made.sent if made.accounts[line["account"]].get("campaign") == campaign]
            cards = {line["payment"] for line in lines if line["payment"]}
            ranges = {line["ip"].rsplit(".", 1)[0] for line in lines}
            assert (len(cards) <= 2) == few, f"{campaign} has {len(cards)} cards"
            assert (len(ranges) <= 2) == few, f"{campaign} is in {len(ranges)} ranges"


def bound(shorter, made, most):
    """A bound leaves out whole ordinary accounts and no harvester."""
    assert len(shorter.sent) <= most < len(made.sent), "a log is no larger than asked"
    assert shorter.harvesters == made.harvesters, "harvesters stay"
    counts = [collections.Counter(line["account"] for line in log.sent) for log in (shorter, made)]
    assert counts[0].items() <= counts[1].items(), "accounts are left out as a whole"
