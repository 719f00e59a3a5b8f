"""Conversations: turns that carry the last messages with them and stay with one source of texts."""
import math

from exchanges import Ask, conversation, send

# How many of the last messages are sent again, and how much of what was said and answered.
KEPT_MESSAGES, KEPT_SAID, KEPT_ANSWER = 4, 1500, 600
# How many texts are looked at for one of the same source.
TRIES = 6


def talk(world, rng, account, time, topic, style, turns, think=45, **more):
    """A conversation of so many turns from a time on, with about `think` seconds between them."""
    name = conversation(rng) if rng.random() < .9 or turns > 1 else None
    history, text = [], topic.text()
    for turn in range(turns):
        time, said, answer = send(world, rng, account, time, Ask(text, style, name, turn, history, **more))
        if said is None:
            return
        history = [*history, {"role": "user", "content": said[:KEPT_SAID]},
                   {"role": "assistant", "content": (answer or "OK.")[:KEPT_ANSWER]}][-KEPT_MESSAGES:]
        time += rng.lognormvariate(math.log(think), 1)
        text = following(topic, text)


def following(topic, previous):
    """What is said next: of the same source, if one comes up."""
    for _ in range(TRIES):
        text = topic.text()
        if text.source == previous.source:
            break
    return text
