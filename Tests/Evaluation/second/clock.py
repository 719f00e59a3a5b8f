"""When people and services are at work."""
import math

from people import DAY, HOUR


def weight(kind, hour, weekday):
    """How likely it is that an account of a kind is in use at an hour of its day."""
    if kind == "work":
        return (1 if 8 <= hour < 19 else .04) * (.7 if 12 <= hour < 13.5 else 1) * (.12 if weekday >= 5 else 1)
    if kind == "home":
        return .08 + .92 * math.exp(-((hour - 20.5 if hour > 8 else hour + 3.5) / 4.0) ** 2)
    if kind == "service":
        return .35 + .65 * (.5 - .5 * math.cos(2 * math.pi * (hour - 4) / 24))
    return 1


def moment(world, account, kind):
    """A moment of use: by the hour of day and week, and within the hour as in the trace."""
    rng = world.rng
    for _ in range(60):
        time = account.start + rng.random() * max(1.0, account.end - account.start)
        local = time / HOUR + account.zone
        if rng.random() < weight(kind, local % 24, int(local // 24) % 7):
            break
    time = time - time % HOUR + world.traffic.within_hour(rng)
    return min(max(time, account.start), account.end)


def night(world, account, hour):
    """A moment after this hour of one of the nights, when jobs run."""
    rng = world.rng
    day = rng.randrange(max(1, int(world.options.days)))
    time = day * DAY + (hour - account.zone) % 24 * HOUR + rng.expovariate(1 / 900.)
    if account.start <= time < account.end:
        return time
    return account.start + rng.random() * (account.end - account.start)


def pause(world):
    """The seconds that a person takes before the next message."""
    return min(3000, 8 + world.traffic.gap(world.rng) * math.exp(world.rng.gauss(3.6, .8)))
