"""Exchanges of the log: what is sent, how it is answered, and the attempts that follow a failure."""
import math
from typing import Any, NamedTuple

import models
from chance import digest
from records import record
from variation import worded

ATTEMPTS = 4
ERRORS, ERROR_USES = ["rate_limit_error", "overloaded_error", "timeout", "invalid_request_error"], [5, 3, 2, 1]
# How often the platform refuses, and how often where a source is of harmful requests.
REFUSALS, HARMFUL, HARMFUL_REFUSALS = .004, "hh-rlhf/harm", .035
# Capabilities whose answers are long, and those whose requests carry pictures.
LONG, PICTURED = ("agentic_coding", "reasoning", "data_analysis"), ("computer_use", "vision")


class Ask(NamedTuple):
    """What an account asks once."""
    text: Any
    style: Any
    conversation: str | None = None
    turn: int = 0
    history: list | tuple = ()
    # The text as it is sent; None: as `variation.worded` has it.
    body: str | None = None
    model: str | None = None
    client: Any = None
    end_user: str | None = None
    harvest: bool = False


class Request(NamedTuple):
    """What all attempts have in common."""
    ask: Ask
    account: Any
    model: models.Model
    system: str | None
    messages: list
    tools: list | None
    images: int
    tokens: int
    limit: int | None
    place: Any
    key: str


class Answer(NamedTuple):
    """What the model would answer if nothing fails: its tokens, and its text where it is kept."""
    output: int
    reasoning: int
    finish: str | None
    text: str | None


class Outcome(NamedTuple):
    """How an attempt ended."""
    status: str
    error: str | None
    seconds: float
    answer: Answer


class Sent(NamedTuple):
    """One exchange of the log, with its truth."""
    record: dict
    target: str
    harvest: bool


def send(world, rng, account, time, ask):
    """Sends a request, again where it fails; gives the time after the answer, what was said, and the answer that was kept.

    An account that is not in use at the time says nothing.
    """
    if not account.start <= time < account.end:
        return time, None, None
    body = ask.body if ask.body is not None else worded(rng, ask.text.prompt)
    system, said = ask.style.dress(rng, body, ask.turn == 0)
    messages = [*ask.history, {"role": "user", "content": said}]
    model = models.named(ask.model or ask.style.model(rng, time, world.release))
    images, tools = carried(rng, ask)
    tokens = tokens_in(rng, system, messages, tools, images)
    limit = rng.choice(ask.style.limits)
    answer = limited(answered(world, rng, account, ask, model, tools), limit)
    request = Request(ask, account, model, system, messages, tools, images, tokens, limit,
                      account.connection.at(time), key(rng, account))
    for attempt in range(1, ATTEMPTS + 1):
        outcome = attempted(rng, account, ask.text, answer)
        world.sent.append(Sent(record(rng, request, time, outcome), ask.text.target, ask.harvest))
        time += outcome.seconds
        retried = outcome.status == "error" and outcome.error != "invalid_request_error" and attempt < ATTEMPTS
        if not (retried and rng.random() < .85):
            return time, said, outcome.answer.text
        time += rng.lognormvariate(1, .8) * attempt


def conversation(rng):
    """A new conversation's id."""
    return "conv-%010x" % rng.getrandbits(40)


def schemas(prefix, names):
    """Tools with digests of their schemas."""
    return [{"name": name, "schema": "sha256:" + digest(prefix + name, 16)} for name in names]


def carried(rng, ask):
    """The pictures and tools of a request."""
    tools = ask.style.agent_tools
    if not tools and ask.text.tools and ask.style.sends_tools:
        tools = schemas("tool", ask.text.tools)
    images = 0
    if ask.text.capability in PICTURED and rng.random() < .6:
        images = 1
    if ask.text.capability == "computer_use" and rng.random() < .6 and tools is None:
        tools = schemas("", ["computer"])
    return images, tools


def tokens_in(rng, system, messages, tools, images):
    """The tokens of a request."""
    characters = sum(len(message["content"]) for message in messages) + len(system or "")
    characters += 4 * sum(60 + 9 * len(tool["name"]) for tool in tools or [])
    return max(3, int(characters / rng.gauss(4.15, .3)) + 7 * len(messages) + images * rng.randint(600, 1500))


def answered(world, rng, account, ask, model, tools):
    """The answer: the corpus' own if the platform kept it, or one of a length as in the traces."""
    text = ask.text.response if ask.text.response and ask.turn == 0 and rng.random() < account.keeps else None
    if text:
        output = max(1, int(len(text) / 4.2 * rng.lognormvariate(0, .2)))
    else:
        output = rng.choice(world.traffic.generated["code" if tools and rng.random() < .4 else "conv"])
        if ask.text.capability in LONG:
            output = int(output * rng.lognormvariate(.5, .5))
    reasoning = int(rng.lognormvariate(math.log(260), 1)) if ask.style.thinks and model.reasons else 0
    return Answer(output, reasoning, "tool_calls" if tools and rng.random() < .55 else "stop", text)


def limited(answer, limit):
    """The answer, cut where the client cuts it."""
    if limit and answer.output + answer.reasoning > limit:
        reasoning = min(answer.reasoning, limit - 1)
        return answer._replace(output=limit - reasoning, reasoning=reasoning, finish="length")
    return answer


def attempted(rng, account, text, answer):
    """An attempt: the answer, a refusal, or an error."""
    seconds = .4 + (answer.output + answer.reasoning) * rng.uniform(.008, .02)
    chance = rng.random()
    if chance < account.error_rate:
        error = rng.choices(ERRORS, ERROR_USES)[0]
        return Outcome("error", error, rng.uniform(.05, 3), Answer(0, 0, None, None))
    if chance > 1 - (HARMFUL_REFUSALS if text.source.startswith(HARMFUL) else REFUSALS):
        refusal = Answer(rng.randint(15, 90), 0, "content_filter", "I can't help with that.")
        return Outcome("refused", None, seconds, refusal)
    return Outcome("ok", None, seconds, answer)


def key(rng, account):
    """The key of a request: an account's first one, mostly."""
    return account.keys[0] if len(account.keys) == 1 or rng.random() < .8 else rng.choice(account.keys[1:])
