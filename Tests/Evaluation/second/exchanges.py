"""Exchanges of the log: tokens, outcome, answer, and the attempts that follow a failure."""
import collections
import dataclasses
import math
import typing

import network

# The beginning of every log, a Monday: 2026-05-11T00:00:00Z.
EPOCH = 1_778_457_600.0
NEW_MODEL = "model-d"
# Dollars for a million tokens in and out.
PRICES = {"model-a": (3, 15), "model-b": (1.2, 6), "model-c-mini": (.25, 1.2), NEW_MODEL: (4, 20)}
OTHER_PRICE = (3, 15)
ERRORS = ["rate_limit_error: too many requests", "overloaded_error", "timeout", "internal_server_error",
          "invalid_request_error: context length"]
REFUSALS = ["I can't help with that.", "I'm sorry, but I can't assist with this request.",
            "I won't be able to do this, but here is what I can offer instead."]


class Request(typing.NamedTuple):
    """What is sent, and how it will be answered."""
    messages: list
    system: str | None = None
    tools: list | None = None
    model: str | None = None
    conversation: str | None = None
    turn: int = 0
    user: str | None = None
    user_agent: str | None = None
    images: int = 0
    style: str = "prose"
    # The trace by which the answer's length is drawn, and a factor on it.
    service: str = "conv"
    scale: float = 1.0
    # The share of the input that may be cached.
    cached: float = 0
    harvest: bool = False
    target: str = "general"


class Sent(typing.NamedTuple):
    """One exchange of the log, with its truth."""
    time: float
    account: typing.Any
    row: dict
    target: str
    harvest: bool


@dataclasses.dataclass
class Outcome:
    """How one attempt ended."""
    status: str = "ok"
    error: str | None = None
    finish: str | None = "stop"
    output: int = 0
    reasoning: int = 0
    response: str | None = None
    seconds: float = 0


class Log:
    """All exchanges so far, in the order in which they were made up."""

    def __init__(self, world):
        self.world = world
        self.sent = []
        self.counts = collections.Counter()
        self.answer = ""

    def count(self, account):
        return self.counts[account.id]

    def conversation(self, account, *parts):
        return "conv-" + network.digest(account.id, len(self.sent), *parts)[:12]

    def send(self, account, time, request):
        """Sends a request, again where it fails, and gives the time at which it is over."""
        rng, world = self.world.rng, self.world
        if not 0 <= time < world.span:
            return time
        model = request.model or model_at(account, time, rng)
        characters = len(request.system or "") + sum(len(message["content"]) for message in request.messages)
        characters += sum(90 + 3 * len(tool) for tool in request.tools or [])
        tokens = max(3, int(characters / max(2.2, rng.gauss(4.1, .35))) + rng.randint(3, 12))
        for attempt in range(4):
            outcome = answered(world, account, request, model, tokens)
            self.add(account, time, request, model, tokens, outcome)
            if outcome.status != "error" or attempt == 3 or rng.random() >= .6:
                break
            time += outcome.seconds + rng.expovariate(1 / 6.) * 2 ** (attempt + 1)
            if time >= world.span:
                return time
        self.answer = outcome.response or ""
        return time + outcome.seconds

    def add(self, account, time, request, model, tokens, outcome):
        """Writes one attempt down."""
        rng, seed = self.world.rng, self.world.options.seed
        cached = 0
        if request.cached and tokens > 120 and rng.random() < account.caching:
            cached = int(tokens * request.cached * rng.uniform(.6, 1))
        keys, addresses = account.keys, account.addresses
        key = keys[0] if len(keys) == 1 or rng.random() < .7 else rng.choice(keys)
        address = addresses[0] if rng.random() < .6 else rng.choice(addresses)
        user_agent = request.user_agent or usual(account.user_agents, .75, rng)
        named, system_message = account.names_conversations, account.system_as_message
        messages = request.messages
        if request.system and system_message:
            messages = [{"role": "system", "content": request.system}, *messages]
        price_in, price_out = PRICES.get(model, OTHER_PRICE)
        row = {
            "id": "req_" + network.digest(seed, len(self.sent) + 1, account.id)[:16], "time": EPOCH + time,
            "account": account.id, "organisation": account.organisation, "api_key": key, "end_user": request.user,
            "conversation": request.conversation if named else None, "turn": request.turn if named else None,
            "provider": "example", "model": model, "operation": "chat", "stream": account.streams,
            "temperature": account.temperature, "max_tokens": account.most_tokens,
            "end_time": EPOCH + time + outcome.seconds, "input_tokens": tokens, "output_tokens": outcome.output,
            "reasoning_tokens": outcome.reasoning, "cached_tokens": cached,
            "cost": round(((tokens - .9 * cached) * price_in + outcome.output * price_out) / 1e6, 7),
            "status": outcome.status, "finish_reason": outcome.finish, "error": outcome.error,
            "system": None if system_message else request.system, "messages": messages, "response": outcome.response,
            "tools": schemas(request.tools or [], account.tool_version), "images": request.images,
            "ip": address, "asn": account.operator, "country": account.country, "user_agent": user_agent,
            "tls_fingerprint": network.fingerprint(user_agent, account.id), "pathway": account.pathway,
            "payment": account.payment, "email_domain": account.mail,
        }
        self.sent.append(Sent(EPOCH + time, account, row, request.target, request.harvest))
        self.counts[account.id] += 1


def usual(choices, share, rng):
    """The first of the choices, but for a share of the time."""
    return choices[0] if rng.random() < share else rng.choice(choices)


def schemas(tools, version):
    return [{"name": tool, "schema": "sha256:" + network.digest("schema", tool, version)[:16]} for tool in tools]


def model_at(account, time, rng):
    """The account's model: the new one, mostly, once it has taken it up."""
    if account.adoption and time > account.adoption[0] and rng.random() < account.adoption[1]:
        return NEW_MODEL
    return account.model


def answered(world, account, request, model, tokens):
    """An attempt: an answer of a length as in the trace, a refusal, or an error."""
    rng, outcome = world.rng, Outcome()
    chance = rng.random()
    if chance < account.errors:
        outcome.status, outcome.error = "error", rng.choice(ERRORS)
    elif chance < account.errors + account.refusals:
        outcome.status = "refused"
    visible = visible_tokens(world, request, tokens)
    if account.thinks and model != "model-c-mini":
        outcome.reasoning = int(visible * rng.uniform(.3, 2.2) + rng.expovariate(1 / 120.))
    outcome.output = visible + outcome.reasoning
    if account.most_tokens and outcome.output > account.most_tokens:
        outcome.output, outcome.finish = account.most_tokens, "length"
        outcome.reasoning = min(outcome.reasoning, int(account.most_tokens * .8))
    if request.style == "tool":
        outcome.finish = "tool_calls"
    if outcome.status == "ok":
        length = (outcome.output - outcome.reasoning) * rng.uniform(3.4, 4.6)
        outcome.response = world.answers.say(min(1400, length), rng, request.style)
    elif outcome.status == "refused":
        outcome.response, outcome.output, outcome.reasoning = rng.choice(REFUSALS), rng.randint(9, 40), 0
        outcome.finish = "content_filter" if rng.random() < .5 else "stop"
    else:
        outcome.output, outcome.reasoning, outcome.finish = 0, 0, None
        outcome.seconds = rng.expovariate(.3)
        return outcome
    outcome.seconds = .3 + outcome.output / rng.uniform(35, 110) + rng.expovariate(2)
    return outcome


def visible_tokens(world, request, tokens):
    """The tokens of an answer without its reasoning; marks and labels are short."""
    rng = world.rng
    count = world.traffic.generated(tokens, request.service, rng) * math.exp(rng.gauss(0, .35)) * request.scale
    if request.style in ("score", "label"):
        count = rng.choice([1, 2, 3, 5, 8, 12, 20]) + (count * .3 if rng.random() < .2 else 0)
    return max(1, int(count))
