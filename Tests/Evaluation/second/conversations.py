"""The three forms of use: conversations, agents' loops with tools, and single requests."""
import typing

import clock
from exchanges import Request
from followups import followup, observation

# How many of the last messages are sent again.
KEPT_MESSAGES = 6
LONG_SYSTEM = 600


class Work(typing.NamedTuple):
    """What an account does with texts of a deck."""
    deck: typing.Any
    system: str | None = None
    tools: list | None = None
    # What the account makes of a text before sending it.
    wrap: typing.Callable = str
    # The source or target that texts are taken from, and how long they are.
    want: str | None = None
    length: float | None = None
    # The target of the requests where it is not the text's.
    target: str | None = None
    model: str | None = None
    user: str | None = None
    user_agent: str | None = None
    style: str = "prose"
    service: str = "conv"
    scale: float = 1.0
    harvest: bool = False

    def request(self, messages, target, **more):
        return Request(messages, system=self.system, model=self.model, user=self.user, user_agent=self.user_agent,
                       harvest=self.harvest, target=self.target or target, **more)


def chat(world, account, time, turns, work):
    """So many turns between a person, or what passes for one, and the model; gives the time of the next."""
    rng, log = world.rng, world.log
    conversation = log.conversation(account, time)
    text, said = work.deck.deal(work.want, work.length)
    said, history = work.wrap(said), []
    for turn in range(turns):
        if turn:
            said = followup(history[-2]["content"], rng) if rng.random() < .72 else work.deck.deal(work.want)[1]
        tools = work.tools or own_tools(account, text, rng)
        images = 1 if text.target == "vision" and turn == 0 and rng.random() < .7 else 0
        cached = .7 if turn else .5 if len(work.system or "") > LONG_SYSTEM else 0
        messages = history[-KEPT_MESSAGES:] + [{"role": "user", "content": said}]
        time = log.send(account, time, work.request(
            messages, text.target, tools=tools, style=work.style, scale=work.scale, conversation=conversation, turn=turn,
            cached=cached, images=images))
        history += [{"role": "user", "content": said[:700]}, {"role": "assistant", "content": log.answer[:500]}]
        time += clock.pause(world)
    return time


def agent(world, account, time, rounds, work):
    """One task in so many rounds of a tool loop; gives the time of the next."""
    rng, log = world.rng, world.log
    conversation = log.conversation(account, time)
    want = work.want
    if not want and not work.harvest and rng.random() >= .4:
        want = "agentic_coding"
    _, task = work.deck.deal(want)
    task = work.wrap(task)
    history = [{"role": "user", "content": task}]
    for turn in range(rounds):
        style = "tool" if turn < rounds - 1 and work.tools else "code"
        cached = .8 if turn or len(work.system or "") > LONG_SYSTEM else 0
        time = log.send(account, time, work.request(
            history[:1] + history[1:][-KEPT_MESSAGES:], "agentic_coding", tools=work.tools, style=style, service="code",
            scale=2.5, conversation=conversation, turn=turn, cached=cached))
        history.append({"role": "assistant", "content": log.answer[:300]})
        if work.tools and rng.random() < .85:
            history.append({"role": "tool", "name": rng.choice(work.tools), "content": observation(rng)})
            time += rng.expovariate(1 / 5.)
        else:
            history.append({"role": "user", "content": followup(task, rng)})
            time += clock.pause(world)
    return time


def single(world, account, time, work):
    """One request without a conversation; gives the time at which it is over."""
    text, said = work.deck.deal(work.want, work.length)
    message = {"role": "user", "content": work.wrap(said)}
    return world.log.send(account, time, work.request(
        [message], text.target, tools=work.tools, style=work.style, service=work.service, scale=work.scale,
        conversation=world.log.conversation(account, time)))


def own_tools(account, text, rng):
    """The tools that come with a text, where the account sends such."""
    return text.tools if account.sends_tools and text.tools and rng.random() < .7 else None
